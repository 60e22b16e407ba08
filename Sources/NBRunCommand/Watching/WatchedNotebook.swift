import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// A notebook that is being written: what ran of it, and what is wrong with it as it is.
struct WatchedNotebook {
  let file: NotebookFile
  /// Nil until the text was right for the first time.
  private(set) var bench: Workbench?
  private(set) var page: PageWriter
  /// What is wrong with the text as it is; the bench has the last one that was right.
  private(set) var mistakes: [ServedPage.Mistake] = []
  /// Whether something is left to run.
  private(set) var isOpen = false
  /// The cell that was said to run.
  private var announced: Int?
  private let tools: (PlannedNotebook) -> Workbench.Tools

  /// Takes up a notebook.
  ///
  /// - Parameters:
  ///   - file: Where it is.
  ///   - page: What writes its page into a file.
  ///   - tools: What it is run with.
  init(_ file: NotebookFile, page: PageWriter, tools: @escaping (PlannedNotebook) -> Workbench.Tools) {
    self.file = file
    self.page = page
    self.tools = tools
  }

  /// The name of its page, without folders.
  var pageName: String { "\(file.name).html" }

  /// Takes the text as it is now, and goes back to the first cell that no longer means the same.
  mutating func take(_ read: ReadNotebook) {
    mistakes = mistakes(of: read)
    guard let planned = read.planned else { return }
    (isOpen, announced) = (true, nil)
    if bench == nil {
      bench = Workbench(planned.document, plan: planned.plan, tools: tools(planned))
    } else {
      _ = bench?.take(planned.document, plan: planned.plan)
    }
  }

  /// Runs until something has to be shown: for so long, or until a cell or the notebook is at its end.
  ///
  /// - Parameters:
  ///   - end: When to pause.
  ///   - reporter: Says on the terminal what happens.
  ///   - observe: Takes how far a training is.
  mutating func run(
    until end: ContinuousClock.Instant, to reporter: inout ProgressReporter, observe: (RunEvent) -> Void
  ) {
    guard isOpen, bench != nil else { return }
    let announced = announced
    var page = page
    var index: Int?
    let outcome = bench?.advance(until: .time(end)) { event in
      if case .cellStarted(let started) = event { index = started }
      // A cell that only goes on says nothing of that, and nothing when it pauses to be shown.
      switch event {
      case .cellStarted(announced), .cellReused(announced, _), .cellPaused: break
      default: reporter.record(event)
      }
      page.recordFiles(event)
      observe(event)
    }
    if let bench { page.writeWhenDue(bench.report) }
    self.page = page
    self.announced = index ?? announced
    if outcome == .failed || outcome == .nothingLeft { isOpen = false }
    if let bench, bench.timeline.isFinished { isOpen = false }
  }

  /// Keeps how far the work under way has come.
  func keepWork() { bench?.keepWork() }

  /// Writes the page into its file, whole or not at all; nothing where nothing was right yet.
  mutating func writePage() throws(FileProblem) {
    if let bench { try page.write(bench.report) }
  }

  /// The page as it is shown.
  func shown(progress: String?) -> ServedPage {
    ServedPage(file: file.path, report: bench?.report, mistakes: mistakes, progress: progress)
  }

  /// What is wrong with a text, each with the cell that it is in if that is on the page.
  private func mistakes(of read: ReadNotebook) -> [ServedPage.Mistake] {
    if let failure = read.failure { return [ServedPage.Mistake(text: failure.description, cell: nil)] }
    guard read.planned == nil else { return [] }
    var drawing = DiagnosticDrawing(file: read.file.path, source: SourceLines(read.source), width: nil)
    var labels = WrittenLabels(read.source)
    return read.diagnostics.lazy.filter { $0.severity == .error }.prefix(Self.mostMistakes).map { diagnostic in
      let lines = drawing.lines(diagnostic).map { $0.stretches.map(\.text).joined() }
      let label = labels.label(at: diagnostic.position.line)
      let isShown = label.map { bench?.report.header.cell($0) != nil } ?? false
      return ServedPage.Mistake(text: lines.joined(separator: "\n"), cell: isShown ? label : nil)
    }
  }

  /// So many mistakes lie over a page at most.
  private static let mostMistakes = 1000
}
