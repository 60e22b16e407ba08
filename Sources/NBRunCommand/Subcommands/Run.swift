import ArgumentParser
import Downloads
import Foundation
import NotebookPlanning
import NotebookReport
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
      let pages = files.map { destination.path(for: NotebookFile(path: $0)) }
      guard Set(pages).count == pages.count else {
        throw ValidationError("two of the notebooks would write the same page")
      }
    }

    func run() throws {
      var downloads = DatasetDownloads(mirror: mirror.chosen, patience: .run, progress: progress)
      let plans = try planning.plans(files) { downloads.problem($0) }
      Interruption.listen()
      var timetable = Timetable()
      var worst: Int32 = 0
      for notebook in plans {
        let outcome = try runNotebook(notebook, timetable: &timetable)
        worst = Self.graver(worst, outcome.exitCode)
        if outcome == .interrupted { break }
      }
      if let timings {
        do { try WholeFile.write(timetable.csv, to: timings) } catch { throw Self.failure(error) }
      }
      if worst != 0 { throw ExitCode(worst) }
    }

    private func runNotebook(_ notebook: PlannedNotebook, timetable: inout Timetable) throws -> RunOutcome {
      let file = notebook.file
      let page = destination.pages.path(for: file)
      let report: RunReport
      if step {
        var stepper = Stepper(
          StepNotebook(
            file: file, page: page, plan: { planning.plan($0, of: file, supply: notebook.supply) },
            runner: { runner($0, page: page) }),
          document: notebook.document, plan: notebook.plan)
        stepper.run()
        report = stepper.report
      } else {
        report = runStraight(runner(notebook.plan, page: page), file: file, timetable: &timetable)
      }
      do { try WholeFile.write(ReportPage.html(for: report), to: page) } catch { throw Self.failure(error) }
      Console.write(RunSummary(report: report, file: file.path, page: page, isKept: !noCache).text, to: .output)
      if open { Browser.open(page) }
      return step && Interruption.isRequested ? .interrupted : report.outcome
    }

    private func runner(_ plan: RunPlan, page: String) -> Runner {
      // Data that cannot be read any more are for the cell that loads them to report.
      let identities = noCache ? nil : try? plan.cacheKeys()
      return Runner(
        plan: plan,
        options: Runner.Options(
          threads: threads, isCancelled: { Interruption.isRequested },
          keeping: identities.map { Keeping(ResultKeeper(page: page), identities: $0) }))
    }

    private func runStraight(_ runner: Runner, file: NotebookFile, timetable: inout Timetable) -> RunReport {
      var runner = runner
      var report = RunReport(header: runner.plan.header)
      var terminal = ProgressReporter(style: progress, header: report.header, file: file.path)
      func observe(_ event: RunEvent) {
        report.record(event)
        timetable.record(event, of: report.header)
        terminal.record(event)
      }
      observe(.runStarted(report.header))
      runner.runRemainingCells(observe)
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
