package import NotebookPlanning
package import NotebookResults

/// Where results outlive a run; one that cannot keep or find something only makes a run longer.
///
/// Looking up changes nothing.
package protocol CellStore {
  /// The result kept under a cell's key.
  func result(of cell: CacheKey) -> CellResult?
  func keep(_ result: CellResult, of cell: CacheKey)

  /// The point of a cell's work that got furthest, by its own length at most.
  func checkpoint(of cell: CacheKey) -> CellCheckpoint?
  /// Keeps how far a cell's work has come, in place of an earlier point of the same run.
  func keep(_ checkpoint: CellCheckpoint, of cell: CacheKey)

  /// Notes that what was found of a cell cannot come from its work, although it was whole; with the step of a point.
  func noteMisfit(_ cell: CacheKey, step: Int?)

  /// Notes that a cell finished with what is kept under its identity, made by this run or an earlier one.
  func noteFinished(_ cell: CacheKey)
}

/// A store together with what the cells of a plan are kept under.
package struct CellCache {
  package let store: any CellStore
  /// One a cell of the plan, in order.
  package let keys: [CacheKey]

  package init(_ store: any CellStore, keys: [CacheKey]) {
    self.store = store
    self.keys = keys
  }
}
