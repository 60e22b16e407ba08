import ArgumentParser
import Downloads
import Foundation
import NotebookPlanning
import NotebookResults
import Ranks

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
      guard !step || NotebookList.files(at: files).count == 1 else {
        throw ValidationError("--step takes one notebook")
      }
      try destination.refuseOneFile(forNotebooksAt: files)
    }

    func run() throws {
      guard let job = MPIJob.join() else { return try run(with: nil, threads: threads.threads) }
      defer { job.leave() }
      let (ranks, threads) = (RunRanks(job.communicator), threads.threads(ranksHere: job.ranksHere))
      guard ranks.isFirst else { return follow(ranks, threads: threads) }
      try run(with: ranks, threads: threads)
    }

    /// Runs the notebooks, with other ranks or alone.
    private func run(with ranks: RunRanks?, threads: Int) throws {
      let clock = RunClock(limit: timeLimit)
      var isBegun = false
      // The others wait to hear that there will be no run.
      defer { if !isBegun { _ = ranks?.first(false) } }
      guard !step || ranks == nil else {
        throw ValidationError("--step takes one process, and there are several ranks")
      }
      let files = NotebookList.files(at: files)
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
      isBegun = true
      if let ranks, ranks.first(true), let difference = ranks.difference(notebooks) {
        messages.say(.error, difference)
        throw end(CommandExit.usage)
      }
      Interruption.listen()
      if !noCache && store.folder == nil && notebooks.contains(where: { $0.planned != nil }) {
        messages.say(.warning, "results cannot be kept: there is no cache folder; --store names one")
      }
      let manner = NotebookRun.Manner(
        planner: planner, isStepped: step, threads: threads, progress: progress, isOver: { clock.isOver },
        ranks: notebooks.havePoints ? nil : ranks)
      switch hand(ranks, manner).deal(notebooks, messages) {
      case .done(let code): return try finish(code)
      case .runs: break
      }
      let book = NotebookList.isFolder(in: self.files) ? NotebookBook(notebooks, in: destination.pages) : nil
      let sequence = RunSequence(
        manner: manner, pages: destination.pages, book: book, store: noCache ? nil : store.folder, clock: clock,
        opensPages: open)
      let records = sequence.run(notebooks)
      book?.writeIndex(records, messages)
      var code = records.compactMap(\.exitCode).reduce(0, CommandExit.graver)
      for problem in reports.write(records, exitCode: code) {
        messages.say(.error, "\(problem)")
        code = CommandExit.graver(code, CommandExit.failed)
      }
      try finish(code)
    }

    /// Ends the command with an exit code.
    private func finish(_ code: Int32) throws {
      let exit = end(code)
      if !exit.isSuccess { throw exit }
    }

    /// Runs them as a rank that the first one leads; what goes wrong is that one's to say.
    private func follow(_ ranks: RunRanks, threads: Int) {
      let planner = planning.planner(keepingIn: nil)
      var downloads = DatasetDownloads(mirror: mirror.chosen, retry: .run, progress: .none)
      let notebooks = planner.read(NotebookList.files(at: files)) { downloads.problem($0) }
      guard ranks.first(false), ranks.difference(notebooks) == nil, points == nil else { return }
      Interruption.listen()
      guard notebooks.havePoints else {
        return FollowingRun(ranks: ranks, planner: planner, threads: threads).run(notebooks)
      }
      let clock = RunClock(limit: timeLimit)
      let manner = NotebookRun.Manner(
        planner: planner, isStepped: false, threads: threads, progress: .none, isOver: { clock.isOver })
      _ = hand(ranks, manner).deal(notebooks, MessageReporter(style: .none))
    }

    /// Who deals the points of sweeps to processes; where ranks take every step together there is nothing to deal.
    private func hand(_ ranks: RunRanks?, _ manner: NotebookRun.Manner) -> PointHand {
      let launched = manner.ranks == nil ? ranks.map { LaunchedRank($0) } ?? LaunchedRank() : nil
      return PointHand(asked: points, launched: launched, store: noCache ? nil : store.folder, manner: manner)
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
