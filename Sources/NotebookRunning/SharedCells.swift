import Foundation
import NotebookPlanning
import NotebookResults
import Synchronization

/// What cells have left behind that several points have in common, so that each of them runs once.
final class SharedCells: Sendable {
  private enum State {
    case underWay
    case left(Leavings)
  }

  /// What a cell has left behind, under its own names.
  private struct Leavings {
    let session: Session
    let label: String
    let changed: String?

    init(_ cell: PlannedCell, in session: Session) {
      self.session = session.left(by: cell)
      label = cell.header.label
      changed = cell.dependencies.changes
    }

    /// The same under the names that another cell of the same key has.
    func named(as cell: PlannedCell) -> Session {
      var names = [label: cell.header.label]
      if let changed, let other = cell.dependencies.changes { names[changed] = other }
      return session.relabelled(names)
    }
  }

  private let states: Mutex<[String: State]>
  /// The digests of the cells that more than one point has.
  private let common: Set<String>

  /// Knows what the first cells of a run have left behind.
  ///
  /// - Parameters:
  ///   - points: Those that may have cells in common.
  ///   - cells: Those that have run.
  ///   - keys: What each of them is kept under.
  ///   - session: What they have left behind by now.
  init(
    of points: [PlannedPoint], knowing cells: some Collection<PlannedCell>, _ keys: some Collection<CacheKey>,
    in session: Session
  ) {
    var counts: [String: Int] = [:]
    for key in points.lazy.flatMap(\.plan.keys) { counts[key.digest, default: 0] += 1 }
    var common = Set(counts.filter { $0.value > 1 }.keys)
    // Of a model that was changed since, the session has only what it became.
    var lastChange: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      lastChange[cell.dependencies.changes ?? cell.header.label] = index
    }
    var states: [String: State] = [:]
    for (index, (cell, key)) in zip(cells, keys).enumerated()
    where counts[key.digest] != nil && lastChange[cell.dependencies.changes ?? cell.header.label] == index {
      states[key.digest] = .left(Leavings(cell, in: session))
      common.insert(key.digest)
    }
    self.common = common
    self.states = Mutex(states)
  }

  /// What somebody who comes to a cell does.
  enum Turn {
    /// Runs it, and says what it left behind or that it came to nothing.
    case run
    case wait
    case take(Session)
  }

  /// Whether somebody has run a cell already.
  func knows(_ key: CacheKey) -> Bool {
    states.withLock { states in
      if case .left = states[key.digest] { true } else { false }
    }
  }

  func turn(_ key: CacheKey, _ cell: PlannedCell) -> Turn {
    guard common.contains(key.digest) else { return .run }
    return states.withLock { states in
      switch states[key.digest] {
      case .left(let leavings): return .take(leavings.named(as: cell))
      case .underWay: return .wait
      case nil:
        states[key.digest] = .underWay
        return .run
      }
    }
  }

  /// Takes what a cell left behind; nothing where it came to nothing, so that the next one tries.
  func finish(_ key: CacheKey, _ cell: PlannedCell, in session: Session?) {
    guard common.contains(key.digest) else { return }
    let left = session.map { State.left(Leavings(cell, in: $0)) }
    states.withLock { $0[key.digest] = left }
  }
}

extension Session {
  /// What a cell has just left behind, in a form that many can use: a data set is read once for all.
  fileprivate func left(by cell: PlannedCell) -> Session {
    var part = restricted(to: [cell.header.label, cell.dependencies.changes].compactMap { $0 })
    for (label, held) in part.datasets {
      if case .kept(let reader) = held.contents { part.datasets[label]?.contents = .kept(ReaderForAll(reader)) }
    }
    return part
  }
}

/// Reads a data set for whoever needs it first, and has it for the others.
private final class ReaderForAll: DatasetReader {
  private let reader: any DatasetReader
  private let dataset = Mutex<LoadedDataset?>(nil)

  init(_ reader: any DatasetReader) {
    self.reader = reader
  }

  func read(_ context: CellContext) throws(CellFailure) -> LoadedDataset {
    let result: Result<LoadedDataset, CellFailure> = dataset.withLock { dataset in
      if let dataset { return .success(dataset) }
      do throws(CellFailure) {
        let read = try reader.read(context)
        dataset = read
        return .success(read)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
