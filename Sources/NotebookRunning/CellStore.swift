package import NotebookPlanning
package import NotebookResults

/// Where results outlive a run; one that cannot keep or find something only makes a run longer.
///
/// Looking up changes nothing. Several threads may use it at once.
package protocol CellStore: Sendable {
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
  ///
  /// - Parameters:
  ///   - cell: What it is kept under.
  ///   - isOfPoint: Whether it belongs to a point of a sweep, and is none of the notebook's own.
  func noteFinished(_ cell: CacheKey, isOfPoint: Bool)
}

/// A store together with what the cells of a plan are kept under.
package struct CellCache {
  package let store: any CellStore
  /// One a cell of the plan, in order.
  package let keys: [CacheKey]
  /// Whether the plan is that of a point of a sweep.
  let isOfPoint: Bool

  package init(_ store: any CellStore, keys: [CacheKey], isOfPoint: Bool = false) {
    self.store = store
    self.keys = keys
    self.isOfPoint = isOfPoint
  }
}
