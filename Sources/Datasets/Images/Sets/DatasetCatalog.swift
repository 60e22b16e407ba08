/// Where data sets are looked for, in order.
package struct DatasetCatalog: Sendable {
  private let folders: [String]

  /// Makes a catalog of folders that hold data sets, each in a folder of its own name: `FOLDER/mnist/train-images-idx3-ubyte.gz`.
  ///
  /// - Parameter folders: What the caller was told on the command line and by the environment; the first that has a data set wins.
  package init(folders: [String]) {
    self.folders = folders
  }

  /// The first folder that has all four files of a data set whose contents are known; one that cannot be read is passed over.
  package func locate(_ name: String) -> DatasetLocation? {
    guard let known = KnownDataset.named(name) else { return nil }
    for folder in searched(name) {
      if let location = try? DatasetLocation(name: name, folder: folder, known: known) { return location }
    }
    return nil
  }

  /// The folders that `locate` looks in.
  package func searched(_ name: String) -> [String] {
    KnownDataset.named(name) == nil ? [] : folders.map { "\($0)/\(name)" }
  }
}
