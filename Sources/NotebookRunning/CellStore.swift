package import NotebookPlanning
package import NotebookResults

/// Where results outlive a run; a keeper that cannot keep or find something only makes a run longer.
package protocol CellKeeper {
  /// The result kept under a cell's key.
  func result(of cell: CacheKey) -> CellResult?
  func keep(_ result: CellResult, of cell: CacheKey)

  /// The point of a cell's work that got furthest, by its own length at most.
  func checkpoint(of cell: CacheKey) -> CellCheckpoint?
  /// Keeps how far a cell's work has come, in place of an earlier point of the same run.
  func keep(_ checkpoint: CellCheckpoint, of cell: CacheKey)

  /// Whether work under way has not been kept for so long that it is time.
  var isCheckpointDue: Bool { get }
}

/// A keeper together with what it keeps under.
package struct Keeping {
  package let keeper: any CellKeeper
  /// One a cell of the plan, in order.
  package let identities: [CacheKey]

  package init(_ keeper: any CellKeeper, identities: [CacheKey]) {
    self.keeper = keeper
    self.identities = identities
  }
}
