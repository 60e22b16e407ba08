extension DatasetCatalog {
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
    KnownDataset.named(name) == nil ? [] : places(of: name)
  }
}
