import ArgumentParser
import Datasets
import Downloads
import NotebookDirectives
import NotebookSyntax

extension NBRun {
  /// `nbrun fetch`: data sets by name, into the user's cache.
  struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fetch data sets into your cache folder.",
      discussion:
        "There is \(Spelling.list(FetchableData.names)). Files that are there and right stay as they are.")

    @Argument(help: ArgumentHelp("The data sets to fetch.", valueName: "name"))
    var names: [String]

    @OptionGroup var mirror: MirrorOption

    @Option(help: "How to show progress on standard error.")
    var progress = ProgressStyle.auto

    func validate() throws {
      for name in names where FetchableData.named(name) == nil {
        let hint = Spelling.suggestion(for: name, among: FetchableData.names).map { "; \($0)" } ?? ""
        throw ValidationError(
          DataSourceRegistry.names.contains(name)
            ? "'\(name)' are generated, so there is nothing to fetch" : "there is no data set '\(name)'\(hint)")
      }
    }

    func run() throws {
      var downloads = DatasetDownloads(mirror: mirror.chosen, retry: .asked, progress: progress)
      var hasFailed = false
      for dataset in names.compactMap({ FetchableData.named($0) }) {
        do throws(DownloadProblem) {
          Console.write("\(dataset.name) is in \(try downloads.fetch(dataset))\n", to: .output)
        } catch {
          MessageReporter(style: progress).say(.error, "\(dataset.name) cannot be fetched: \(error.detail)")
          hasFailed = true
        }
      }
      if hasFailed { throw ExitCode(CommandExit.failed) }
    }
  }
}
