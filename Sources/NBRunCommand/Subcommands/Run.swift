import ArgumentParser
import Downloads
import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning

extension NBRun {
  /// `nbrun run`, the subcommand when none is named.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run notebooks and write their pages.")

    @Argument(help: ArgumentHelp("The notebooks to run.", valueName: "file.md"))
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

    @Option(help: ArgumentHelp("Write the seconds of each cell to this file, as CSV.", valueName: "file"))
    var timings: String?

    @Flag(help: "Run every cell, and keep nothing for the next run.")
    var noCache = false

    @Flag(help: "Open the page in the browser afterwards.")
    var open = false

    func validate() throws {
      guard (1...256).contains(threads) else { throw ValidationError("--threads is from 1 to 256, not \(threads)") }
      guard !step || files.count == 1 else { throw ValidationError("--step takes one notebook") }
      let destination = destination.pages
      guard !destination.isFile || files.count == 1 else {
        throw ValidationError("-o names one file, but there are \(files.count) notebooks; name a folder")
      }
      guard timings.map({ !$0.isEmpty && $0 != "-" }) ?? true else { throw ValidationError("--timings names a file") }
    }

    func run() throws {
      var downloads = DatasetDownloads(mirror: mirror.chosen, retry: .run, progress: progress)
      let planner = planning.planner(keepingIn: noCache ? nil : store.folder)
      let plans = try planning.rightNotebooks(files, by: planner) { downloads.problem($0) }
      if let problem = places(of: plans).problem {
        Console.write("error: \(problem)\n", to: .error)
        throw ExitCode(CommandExit.usage)
      }
      Interruption.listen()
      var timetable = Timetable()
      var worst: Int32 = 0
      for notebook in plans {
        let outcome = try runNotebook(notebook, planner, timetable: &timetable)
        worst = Self.graver(worst, outcome.exitCode)
        if outcome == .interrupted { break }
      }
      if let timings {
        do { try WholeFile.write(timetable.csv, to: timings) } catch { throw Self.failure(error) }
      }
      if worst != 0 { throw ExitCode(worst) }
    }

    /// What is read and written by the notebooks together.
    private func places(of notebooks: [PlannedNotebook]) -> RunFiles {
      let pages = notebooks.map { RunFile(path: destination.pages.path(for: $0.file), kind: .page) }
      return RunFiles(
        read: files, written: pages + [timings.map { RunFile(path: $0, kind: .timings) }].compactMap { $0 })
    }

    private func runNotebook(
      _ notebook: PlannedNotebook, _ planner: NotebookPlanner, timetable: inout Timetable
    ) throws -> RunOutcome {
      let file = notebook.file
      let results = results(of: file)
      var page = PageWriter(path: destination.pages.path(for: file), makeRoom: { results?.giveWay() })
      let bench = Workbench(notebook.document, plan: notebook.plan, tools: tools(notebook, planner, results))
      let report: RunReport
      if step {
        var stepper = Stepper(bench, file: file, page: page)
        stepper.run()
        (report, page) = (stepper.report, stepper.page)
      } else {
        report = runStraight(bench, file: file, page: &page, timetable: &timetable)
      }
      do { try page.finish(report) } catch { throw Self.failure(error) }
      let summary = RunSummary(report: report, file: file.path, page: page.path, isKept: results != nil)
      Console.write(summary.text, to: .output)
      if open { Browser.open(page.path) }
      return step && Interruption.isRequested ? .interrupted : report.outcome
    }

    private func tools(
      _ notebook: PlannedNotebook, _ planner: NotebookPlanner, _ results: ResultStore?
    ) -> Workbench.Tools {
      let (file, supply) = (notebook.file, notebook.supply)
      return Workbench.Tools(
        threads: threads, isStepped: step, store: results, isCancelled: { Interruption.isRequested },
        plan: { planner.plan($0, of: file, supply: supply) })
    }

    private func results(of file: NotebookFile) -> ResultStore? {
      if noCache { return nil }
      guard let folder = store.folder else {
        Console.write("warning: results cannot be kept: there is no cache folder; --store names one\n", to: .error)
        return nil
      }
      return ResultStore(folder, notebook: file.path)
    }

    private func runStraight(
      _ bench: Workbench, file: NotebookFile, page: inout PageWriter, timetable: inout Timetable
    ) -> RunReport {
      var bench = bench
      var report = bench.report
      var terminal = ProgressReporter(style: progress, header: report.header, file: file.path)
      bench.runToEnd { event in
        report.record(event)
        timetable.record(event, of: report.header)
        terminal.record(event)
        page.record(event, report)
      }
      return report
    }

    /// The exit code to give when two notebooks ended differently: a failure before a missed expectation.
    private static func graver(_ first: Int32, _ second: Int32) -> Int32 {
      let order: [Int32] = [0, 3, 1, 130]
      return (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0) ? second : first
    }

    private static func failure(_ problem: FileProblem) -> ExitCode {
      Console.write("error: \(problem)\n", to: .error)
      return ExitCode(CommandExit.failed)
    }
  }
}
