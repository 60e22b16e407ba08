import ArgumentParser
import Downloads
import Foundation
import NotebookPlanning
import NotebookReport
import NotebookResults

extension NBRun {
  /// `nbrun verify`: whether a page is what its notebook gives.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run a notebook again and say whether a page is what it gives, byte for byte.",
      discussion: """
        The notebook is run with the seed and the parameters that the page says it was made with. Nothing is taken from \
        earlier runs and nothing is written. Exit codes: 0 it is; 3 it is not; 1 or 2 it could not be told; 130 interrupted.
        """)

    @Argument(help: ArgumentHelp("The page.", valueName: "page.html"), completion: .file(extensions: ["html"]))
    var page: String

    @Argument(help: ArgumentHelp("The notebook.", valueName: "file.md"), completion: .file(extensions: ["md"]))
    var notebook: String

    @OptionGroup var planning: PlanOptions

    @OptionGroup var mirror: MirrorOption

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to show progress on standard error.")
    var progress = ProgressStyle.auto

    func validate() throws {
      try NotebookArguments.refuseStandardInput([notebook])
    }

    func run() throws {
      let written: WrittenPage
      do throws(FileProblem) {
        written = try WrittenPage(path: page)
      } catch {
        MessageReporter(style: progress).say(.error, "\(error)")
        throw ExitCode(CommandExit.usage)
      }
      var planning = planning
      planning.take(written.settings, of: NotebookFile(path: notebook))
      var downloads = DatasetDownloads(mirror: mirror.chosen, retry: .run, progress: progress)
      let planner = planning.planner(keepingIn: nil)
      let read = planning.read([NotebookFile(path: notebook)], by: planner, as: progress == .json ? .json : .full) {
        downloads.problem($0)
      }
      guard let planned = read.first?.planned else { throw ExitCode(CommandExit.usage) }
      Interruption.listen()
      let manner = NotebookRun.Manner(
        planner: planner, isStepped: false, threads: threads.threads, progress: progress,
        isOver: { Interruption.isRequested })
      let code = PageVerification(page: written, notebook: planned, manner: manner).run()
      if code != 0 { throw ExitCode(code) }
    }
  }
}

extension PlanOptions {
  /// Takes what a page of a notebook was made with, where the command line says nothing else.
  ///
  /// The seed only where the notebook and the parameters give another: a seed of the command line is that of all points of a sweep.
  fileprivate mutating func take(_ settings: PageSettings, of file: NotebookFile) {
    let given = Set(parameters.map(\.name))
    parameters += settings.overrides.filter { !given.contains($0.name) }.map {
      ParameterOverride(name: $0.name, value: $0.value)
    }
    guard seed == nil else { return }
    let own = planner(keepingIn: nil).read([file]).first?.planned?.plan.header.seed
    if own != settings.seed { seed = settings.seed }
  }
}
