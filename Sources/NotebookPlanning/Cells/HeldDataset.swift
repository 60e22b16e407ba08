package import NotebookResults

/// A data set that a cell left behind: in memory, or to be read when it is first needed.
package struct HeldDataset: Sendable {
  package enum Contents: Sendable {
    case loaded(LoadedDataset)
    /// By what reads it when it is needed.
    case kept(any DatasetReader)
  }

  package let origin: DatasetOrigin
  package var contents: Contents

  package init(origin: DatasetOrigin, _ contents: Contents) {
    self.origin = origin
    self.contents = contents
  }

  /// The data set, if it is in memory.
  package var loaded: LoadedDataset? {
    if case .loaded(let dataset) = contents { dataset } else { nil }
  }
}

/// What a data set follows from: of equal origins come equal data sets.
package struct DatasetOrigin: Sendable, Hashable {
  package let dependencies: CellDependencies
  package let seed: UInt64

  package init(dependencies: CellDependencies, seed: UInt64) {
    self.dependencies = dependencies
    self.seed = seed
  }
}

/// What can read a data set, or make it.
package protocol DatasetReader: Sendable {
  func read(_ context: CellContext) throws(CellFailure) -> LoadedDataset
}
