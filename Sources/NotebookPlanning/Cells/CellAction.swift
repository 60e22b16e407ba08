package import NotebookResults

/// The work of a cell, with every decision taken.
package protocol CellAction: Sendable {
  /// The name of a data set that has to be fetched before the work can be done.
  var absentDataset: String? { get }

  /// Does the work, or begins it, on the cell's own copy of the session.
  ///
  /// - Parameters:
  ///   - session: What the cells before have left behind; thrown away after a failure.
  ///   - checkpoint: A point of this very work to go on from; one that does not belong to it is passed over.
  ///   - context: What the cell is given besides.
  /// - Returns: What the cell shows and the numbers it leaves behind, or the work under way.
  /// - Throws: ``CellFailure``.
  func begin(
    in session: inout Session, from checkpoint: CellCheckpoint?, _ context: CellContext
  ) throws(CellFailure) -> BegunCell

  /// Leaves behind what the work would, given what was kept from a run of a cell with the same cache key.
  ///
  /// - Returns: The result as this cell shows it; nil when what was kept cannot come from this work.
  func restore(_ kept: StoredCell, in session: inout Session, _ context: CellContext) -> CellResult?
}

extension CellAction {
  package var absentDataset: String? { nil }
}

/// What beginning a cell comes to.
package enum BegunCell {
  case finished(CellResult)
  /// It goes on step by step.
  case underWay(any CellWork)
}

/// What an earlier run of a cell left for the next.
package enum StoredCell: Sendable {
  case result(CellResult)
  /// The last point of work that goes on step by step.
  case end(CellCheckpoint)
}

/// Work that is done in one go.
package protocol DirectAction: CellAction {
  /// Does the work on the cell's own copy of the session.
  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult

  /// Leaves behind what ``run(in:_:)`` would, given its result.
  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult?
}

extension DirectAction {
  package func begin(
    in session: inout Session, from checkpoint: CellCheckpoint?, _ context: CellContext
  ) throws(CellFailure) -> BegunCell {
    .finished(try run(in: &session, context))
  }

  package func restore(_ kept: StoredCell, in session: inout Session, _ context: CellContext) -> CellResult? {
    guard case .result(let result) = kept else { return nil }
    return restore(result, in: &session, context)
  }

  package func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    result
  }
}

/// What a running cell is given besides the session.
package struct CellContext {
  /// The name under which the cell leaves things behind.
  package let label: String
  /// The notebook's seed where the directive says that it draws random numbers, 0 otherwise.
  package let seed: UInt64
  package let threads: Int
  /// The processes that do the same work, to share its steps; nil where this one does it alone.
  package let ranks: RunRanks?
  /// Whether the user asked to stop; long work looks at it again and again.
  package let isCancelled: () -> Bool

  /// The same where ranks have to stop at one place: each of them asks, and hears what the first says.
  package var isCancelledForAll: () -> Bool {
    guard let ranks else { return isCancelled }
    return { [isCancelled] in ranks.first(isCancelled()) }
  }

  package init(
    label: String, seed: UInt64, threads: Int, ranks: RunRanks? = nil, isCancelled: @escaping () -> Bool = { false }
  ) {
    self.label = label
    self.seed = seed
    self.threads = threads
    self.ranks = ranks
    self.isCancelled = isCancelled
  }
}
