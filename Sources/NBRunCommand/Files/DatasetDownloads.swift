import Datasets
import Downloads

/// Fetches data sets into the user's cache and says on standard error how that goes.
struct DatasetDownloads {
  private var fetcher: DatasetFetcher?
  private let progress: ProgressStyle

  init(mirror: DatasetMirror?, retry: RetryPolicy, progress: ProgressStyle) {
    fetcher = DataFolders(option: nil).cache.map { DatasetFetcher(folder: $0, mirror: mirror, retry: retry) }
    self.progress = progress
  }

  /// Fetches a data set by name for a run; gives the reason when that cannot be done, which is also said.
  mutating func problem(_ name: String) -> String? {
    guard let dataset = FetchableData.named(name) else { return "there is no data set of this name" }
    do throws(DownloadProblem) {
      _ = try fetch(dataset)
      return nil
    } catch {
      if [.auto, .plain].contains(progress) {
        Console.write("\(name) cannot be fetched: \(error.detail)\n", to: .error)
      }
      return error.phrase
    }
  }

  /// Sees to it that a data set is in the cache, and gives its folder.
  mutating func fetch(_ dataset: some PublishedData) throws(DownloadProblem) -> String {
    guard var fetcher else { throw DownloadProblem(phrase: "there is no cache folder", detail: "set XDG_CACHE_HOME") }
    var reporter = FetchReporter(dataset: dataset.name, style: progress)
    defer {
      reporter.clear()
      self.fetcher = fetcher
    }
    do throws(FetchError) {
      return try fetcher.fetch(dataset) { reporter.record($0) }
    } catch {
      throw DownloadProblem(phrase: error.phrase, detail: "\(error)")
    }
  }
}

/// Why a data set is not in the cache.
struct DownloadProblem: Error {
  /// The same on every machine.
  let phrase: String
  let detail: String
}
