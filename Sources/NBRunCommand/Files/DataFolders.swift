import Datasets
import Foundation

/// The folders in which data sets are looked for: `--data`, then `$NBRUN_DATA`, then the user's cache.
struct DataFolders {
  let paths: [String]
  /// Where fetched data sets are kept; nil when the user has no folder for such things.
  let cache: String?

  init(option: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let named = [option, environment["NBRUN_DATA"]].compactMap { $0 }.filter { !$0.isEmpty }
    cache = UserCache.folder(environment: environment)
    paths = named + [cache].compactMap { $0 }
  }

  var catalog: DatasetCatalog { DatasetCatalog(folders: paths) }
}
