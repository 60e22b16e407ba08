import ArgumentParser

/// Where results are kept between runs.
struct StoreOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep results in this folder, and look for them there, instead of your cache folder.", valueName: "dir"))
  var store: String?

  func validate() throws {
    if store?.isEmpty == true { throw ValidationError("--store names a folder") }
  }

  /// The folder of results; nil when none was named and the user has no cache folder.
  var folder: StoreFolder? {
    store.map { StoreFolder(path: $0) } ?? .usual
  }
}

extension StoreFolder {
  /// The one in the user's cache folder; nil when the user has none.
  static var usual: StoreFolder? { UserCache.folder().map { StoreFolder(path: "\($0)/results") } }
}
