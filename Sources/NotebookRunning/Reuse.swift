import NotebookPlanning

/// What a cell need not work out again, decided before it begins.
enum Reuse {
  case nothing
  case all(KeptCell)
  /// The first steps of its work.
  case beginning(CellCheckpoint)

  /// Looks up what was kept of a cell.
  ///
  /// - Parameters:
  ///   - identity: What it is kept under.
  ///   - keeper: Where it is kept.
  ///   - pause: Where the cell is to pause; what lies beyond is of no use.
  init(of identity: CacheKey, in keeper: any CellKeeper, until pause: PauseRule) {
    guard let steps = identity.steps else {
      self = keeper.result(of: identity).map { .all(.result($0)) } ?? .nothing
      return
    }
    guard let checkpoint = keeper.checkpoint(of: identity), pause.admits(checkpoint) else {
      self = .nothing
      return
    }
    self = checkpoint.step == steps ? .all(.end(checkpoint)) : .beginning(checkpoint)
  }
}
