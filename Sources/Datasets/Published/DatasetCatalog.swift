/// Where data that go by a name are looked for, in order.
package struct DatasetCatalog: Sendable {
  package let folders: [String]

  /// Makes a catalog of folders that hold data sets, each in a folder of its own name: `FOLDER/mnist/train-images-idx3-ubyte.gz`.
  ///
  /// - Parameter folders: What the caller was told on the command line and by the environment; the first that has a data set wins.
  package init(folders: [String]) {
    self.folders = folders
  }

  /// The folders of a name.
  func places(of name: String) -> [String] { folders.map { "\($0)/\(name)" } }
}
