import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning

/// The store of the first of several ranks, in which all of them find what it finds, and it alone keeps anything.
struct RankedStore: CellStore {
  let ranks: RunRanks
  /// The store, where this is the first rank and has one.
  let store: ResultStore?

  func result(of cell: CacheKey) -> CellResult? {
    found { store?.result(of: cell) }
  }

  func checkpoint(of cell: CacheKey) -> CellCheckpoint? {
    found { store?.checkpoint(of: cell) }
  }

  func keep(_ result: CellResult, of cell: CacheKey) {
    store?.keep(result, of: cell)
  }

  func keep(_ checkpoint: CellCheckpoint, of cell: CacheKey) {
    store?.keep(checkpoint, of: cell)
  }

  func noteMisfit(_ cell: CacheKey, step: Int?) {
    store?.noteMisfit(cell, step: step)
  }

  func noteFinished(_ cell: CacheKey, isOfPoint: Bool) {
    store?.noteFinished(cell, isOfPoint: isOfPoint)
  }

  /// What the first rank finds, in the bytes that the others get of it.
  private func found<Value: Codable>(_ look: () -> Value?) -> Value? {
    let bytes = ranks.first {
      look().flatMap { try? BinaryPropertyList.encode($0) }.map(Array.init) ?? []
    }
    return BinaryPropertyList.value(from: Data(bytes))
  }
}
