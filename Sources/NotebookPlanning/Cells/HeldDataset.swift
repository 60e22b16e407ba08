package import NotebookResults

/// A data set that a cell left behind: in memory, or to be read when it is first needed.
package enum HeldDataset: Sendable {
  case loaded(LoadedDataset)
  /// By what reads it when it is needed.
  case kept(any DatasetReader)

  /// Reads the images if they are not there yet.
  func loaded(_ context: CellContext) throws(CellFailure) -> LoadedDataset {
    switch self {
    case .loaded(let dataset): return dataset
    case .kept(let reader): return try reader.read(context)
    }
  }
}

/// What can read a data set, or make it.
package protocol DatasetReader: Sendable {
  func read(_ context: CellContext) throws(CellFailure) -> LoadedDataset
}
