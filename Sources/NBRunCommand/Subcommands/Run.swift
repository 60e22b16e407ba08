import ArgumentParser
import Downloads
import Foundation
import NotebookResults

extension NBRun {
  /// `nbrun run`, the subcommand when none is named.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run notebooks and write their pages.")

    @Argument(
      help: ArgumentHelp("The notebooks to run; a folder stands for those in it.", valueName: "file.md"),
      completion: .file(extensions: ["md"]))
    var files: [String]

    @OptionGroup var planning: PlanOptions

    @OptionGroup var mirror: MirrorOption

    @OptionGroup var destination: PageOptions

    @OptionGroup var store: StoreOption

    @Flag(help: "Go one cell at a time; type 'help' at the prompt.")
    var step = false

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to show progress on standard error.")
    var progress = ProgressStyle.auto

    @OptionGroup var reports: ReportOptions

    @Option(
      help: ArgumentHelp("Stop after so long, such as 90s, 15m or 2h, as Ctrl-C does.", valueName: "time"))
    var timeLimit: TimeLimit?

    @Option(
      help: ArgumentHelp(
        "Run only the K-th of N parts of the points of sweeps, keep what comes of them, and write no page.",
        valueName: "k/n"))
    var points: PointShare?

    @Flag(help: "Run every cell, and keep nothing for the next run.")
    var noCache = false

    @Flag(help: "Open the page in the browser afterwards.")
    var open = false

    func validate() throws {
      guard !step || timeLimit == nil else { throw ValidationError("--time-limit is for a run without --step") }
      guard points == nil || !step else { throw ValidationError("--points is for a run without --step") }
      guard points == nil || !noCache else {
        throw ValidationError("--points keeps what comes of the points; --no-cache would throw it away")
      }
      try NotebookArguments.refuseStandardInput(files)
      try NotebookArguments.refuseMisspeltSubcommand(files)
    }

    func run() throws {
      let clock = RunClock(limit: timeLimit)
      let files = NotebookList.files(at: files)
      guard !step || files.count == 1 else { throw ValidationError("--step takes one notebook") }
      try destination.refuseOneFile(for: files.count)
      var downloads = DatasetDownloads(mirror: mirror.chosen, retry: .run, progress: progress)
      let planner = planning.planner(keepingIn: noCache ? nil : store.folder)
      let notebooks = planning.read(files, by: planner, as: progress == .json ? .json : .full) {
        downloads.problem($0)
      }
      let messages = MessageReporter(style: progress)
      if let problem = runFiles(of: notebooks).problem {
        messages.say(.error, problem)
        throw end(CommandExit.usage)
      }
      Interruption.listen()
      if !noCache && store.folder == nil && notebooks.contains(where: { $0.planned != nil }) {
        messages.say(.warning, "results cannot be kept: there is no cache folder; --store names one")
      }
      let manner = NotebookRun.Manner(
        planner: planner, isStepped: step, threads: threads.threads, progress: progress, isOver: { clock.isOver })
      let hand = PointHand(asked: points, launched: LaunchedRank(), store: noCache ? nil : store.folder, manner: manner)
      switch hand.deal(notebooks, messages) {
      case .done(let code):
        let exit = end(code)
        if !exit.isSuccess { throw exit }
        return
      case .runs: break
      }
      let sequence = RunSequence(
        manner: manner, pages: destination.pages, store: noCache ? nil : store.folder, clock: clock, opensPages: open)
      let records = sequence.run(notebooks)
      var code = records.compactMap(\.exitCode).reduce(0, CommandExit.graver)
      for problem in reports.write(records, exitCode: code) {
        messages.say(.error, "\(problem)")
        code = CommandExit.graver(code, CommandExit.failed)
      }
      let exit = end(code)
      if !exit.isSuccess { throw exit }
    }

    /// Tells programs that the command is at its end.
    private func end(_ code: Int32) -> ExitCode {
      if progress == .json { Console.write("\(ProgressJSON.end(exitCode: code))\n", to: .error) }
      return ExitCode(code)
    }

    /// What is read, and what is written by the notebooks that will run.
    private func runFiles(of notebooks: [ReadNotebook]) -> RunFiles {
      let pages = notebooks.filter { $0.planned != nil }.map {
        RunFile(path: destination.pages.path(for: $0.file), kind: .page)
      }
      return RunFiles(read: notebooks.map(\.file.path), written: pages + reports.files)
    }
  }
}
