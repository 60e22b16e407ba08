import NotebookReport
import NotebookResults
import NotebookRunning

/// Whether a page is what its notebook gives: the notebook is run, nothing is taken from a store and nothing is written.
struct PageVerification {
  let page: WrittenPage
  let notebook: PlannedNotebook
  let manner: NotebookRun.Manner

  /// Runs the notebook and says what came of it; gives the exit code.
  func run() -> Int32 {
    let report = report()
    guard report.outcome != .interrupted else {
      manner.messages(of: notebook.file.path).say(.error, "interrupted: nothing is known of \(page.path)")
      return CommandExit.interrupted
    }
    guard
      let difference = PageDifference(page: page.text, expected: ReportPage.html(for: report, among: page.neighbours))
    else {
      Console.write("\(page.path): yes, byte for byte what \(notebook.file.path) gives\n", to: .output)
      if page.neighbours != nil {
        Console.write("  its links to the pages beside it were taken as they are\n", to: .output)
      }
      return 0
    }
    Console.write(text(of: difference, report), to: .output)
    return RunOutcome.expectationFailed.exitCode
  }

  private func report() -> RunReport {
    let (planner, file, supply) = (manner.planner, notebook.file, notebook.supply)
    var bench = Workbench(
      notebook.document, plan: notebook.plan,
      tools: Workbench.Tools(
        threads: manner.threads, isCancelled: manner.isOver, plan: { planner.plan($0, of: file, supply: supply) }))
    var report = bench.report
    var terminal = ProgressReporter(style: manner.progress, header: report.header, file: file.path)
    bench.runToEnd { event in
      report.record(event)
      terminal.record(event)
    }
    return report
  }

  private func text(of difference: PageDifference, _ report: RunReport) -> ConsoleText {
    let cell = difference.cell.flatMap { report.header.cell($0) }
    let place: ConsoleText =
      cell.map { "in cell '\($0.label)' (\(notebook.file.path):\($0.line))" } ?? "outside all cells"
    var text: ConsoleText = """
      \(page.path):\(difference.line): no, not what \(notebook.file.path) gives; the first difference is \(place)
        the page has  \(difference.found ?? "no more")
        it should be  \(difference.expected ?? "at its end")

      """
    for cause in causes(report) { text += "  \(cause)\n" }
    return text
  }

  /// Why the pages may differ, as far as the page itself says it.
  private func causes(_ report: RunReport) -> [ConsoleText] {
    var causes: [ConsoleText] = []
    if page.settings.version != report.header.version {
      causes.append("the page was made by nbrun \(page.settings.version), this is \(report.header.version)")
    }
    if !page.text.contains(report.header.notebookDigest) {
      causes.append("the page was made from another text of \(report.header.notebookName)")
    }
    for source in report.data where !page.text.contains(source.digest) {
      causes.append("the page was not made from these data of \(source.name)")
    }
    return causes
  }
}
