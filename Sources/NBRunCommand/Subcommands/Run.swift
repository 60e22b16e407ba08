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

    @Option(help: "Share the work among so many threads; the numbers do not depend on it.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "How to show progress on standard error.")
    var progress = ProgressStyle.auto

    @OptionGroup var reports: ReportOptions

    @Option(
      help: ArgumentHelp("Stop after so long, such as 90s, 15m or 2h, as Ctrl-C does.", valueName: "time"))
    var timeLimit: TimeLimit?

    @Flag(help: "Run every cell, and keep nothing for the next run.")
    var noCache = false

    @Flag(help: "Open the page in the browser afterwards.")
    var open = false

    func validate() throws {
      guard (1...256).contains(threads) else { throw ValidationError("--threads is from 1 to 256, not \(threads)") }
      guard !step || timeLimit == nil else { throw ValidationError("--time-limit is for a run without --step") }
      try NotebookArguments.refuseStandardInput(files)
      try NotebookArguments.refuseMisspeltSubcommand(files)
    }

    func run() throws {
      let clock = RunClock(limit: timeLimit)
      let files = NotebookList.files(at: files)
      guard !step || files.count == 1 else { throw ValidationError("--step takes one notebook") }
      guard !destination.pages.isFile || files.count == 1 else {
        throw ValidationError("-o names one file, but there are \(files.count) notebooks; name a folder")
      }
      var downloads = DatasetDownloads(mirror: mirror.chosen, retry: .run, progress: progress)
      let planner = planning.planner(keepingIn: noCache ? nil : store.folder)
      let notebooks = planning.read(files, by: planner) { downloads.problem($0) }
      if let problem = runFiles(of: notebooks).problem {
        Console.write("error: \(problem)\n", to: .error)
        throw ExitCode(CommandExit.usage)
      }
      Interruption.listen()
      let manner = NotebookRun.Manner(
        planner: planner, isStepped: step, threads: threads, progress: progress, isOver: { clock.isOver })
      try run(notebooks, manner, clock)
    }

    /// Runs the notebooks that are right, one after the other, and tells of all of them.
    private func run(_ notebooks: [ReadNotebook], _ manner: NotebookRun.Manner, _ clock: RunClock) throws {
      var timetable = Timetable()
      var code = ExitCode.success.rawValue
      var records: [RunRecord] = []
      for notebook in notebooks {
        var record = RunRecord(
          file: notebook.file.path, problems: notebook.problems, isWrong: notebook.planned == nil)
        if let planned = notebook.planned, code != RunOutcome.interrupted.exitCode {
          let page = destination.pages.path(for: notebook.file)
          let store = results(of: notebook.file)
          let end = NotebookRun(notebook: planned, page: page, store: store, manner: manner).run(into: &timetable)
          record.report = end.report
          let isBrokenOff = step && Interruption.isRequested
          code = CommandExit.graver(code, isBrokenOff ? RunOutcome.interrupted.exitCode : end.report.outcome.exitCode)
          if let problem = end.problem {
            code = CommandExit.graver(code, failure(problem))
          } else {
            record.page = page
            let summary = RunSummary(
              report: end.report, file: notebook.file.path, page: page, isKept: store != nil, limit: clock.reached)
            Console.write(summary.text, to: .output)
            if open { Browser.open(page) }
          }
        } else if notebook.planned == nil {
          code = CommandExit.graver(code, CommandExit.usage)
        }
        records.append(record)
      }
      for problem in reports.write(records, timetable, exitCode: code) {
        code = CommandExit.graver(code, failure(problem))
      }
      if code != 0 { throw ExitCode(code) }
    }

    /// What is read, and what is written by the notebooks that will run.
    private func runFiles(of notebooks: [ReadNotebook]) -> RunFiles {
      let pages = notebooks.filter { $0.planned != nil }.map {
        RunFile(path: destination.pages.path(for: $0.file), kind: .page)
      }
      return RunFiles(read: notebooks.map(\.file.path), written: pages + reports.files)
    }

    private func results(of file: NotebookFile) -> ResultStore? {
      if noCache { return nil }
      guard let folder = store.folder else {
        Console.write("warning: results cannot be kept: there is no cache folder; --store names one\n", to: .error)
        return nil
      }
      return ResultStore(folder, notebook: file.path)
    }

    private func failure(_ problem: FileProblem) -> Int32 {
      Console.write("error: \(problem)\n", to: .error)
      return CommandExit.failed
    }
  }
}

extension CommandExit {
  /// The exit code to give when two things ended differently.
  fileprivate static func graver(_ first: Int32, _ second: Int32) -> Int32 {
    let order = [
      0, RunOutcome.expectationFailed.exitCode, failed, usage, RunOutcome.interrupted.exitCode,
    ]
    return (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0) ? second : first
  }
}
