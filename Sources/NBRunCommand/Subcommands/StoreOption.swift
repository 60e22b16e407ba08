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
    (store ?? UserCache.folder().map { "\($0)/results" }).map { StoreFolder(path: $0) }
  }
}
