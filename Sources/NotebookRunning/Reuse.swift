import NotebookPlanning

/// What a cell need not work out again, decided before it begins.
enum Reuse {
  case nothing
  case all(StoredCell)
  /// The first steps of its work.
  case beginning(CellCheckpoint)

  /// Looks up what was kept of a cell.
  ///
  /// - Parameters:
  ///   - key: What it is kept under.
  ///   - store: Where it is kept.
  ///   - pause: Where the cell is to pause; what lies beyond is of no use.
  init(of key: CacheKey, in store: any CellStore, until pause: PauseRule) {
    guard let steps = key.steps else {
      self = store.result(of: key).map { .all(.result($0)) } ?? .nothing
      return
    }
    guard let checkpoint = store.checkpoint(of: key), pause.admits(checkpoint) else {
      self = .nothing
      return
    }
    self = checkpoint.step == steps || checkpoint.endsEarly ? .all(.end(checkpoint)) : .beginning(checkpoint)
  }
}
