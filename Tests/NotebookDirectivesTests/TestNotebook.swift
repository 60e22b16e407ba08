import Datasets
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// A notebook as a test writes it: parsed, planned and run without files and without a terminal.
struct TestNotebook {
  /// A small data set and a small network, for notebooks about something else.
  static let digits = "```{load}\nlabel: digits\ndataset: digits\ntrain: 300\ntest: 100\n```\n"
  static let net = "```{build}\nlabel: net\nlayers:\n  - lstm: {units: 16}\n  - dense: {units: 10}\n```\n"
  static let model = digits + net

  let text: String
  var environment = PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: "/nowhere")

  init(_ text: String, folder: String = "/nowhere", overrides: [ParameterOverride] = [], seed: UInt64? = nil) {
    self.text = text
    environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), notebookFolder: folder, overrides: overrides, seed: seed)
  }

  /// The plan, with everything found on the way.
  func planned() -> Diagnosed<RunPlan> {
    let document = NotebookParser.parse(text, file: "some/notebook.md")
    let plan = RunPlan.make(document.value, of: DirectiveRegistry.directives, in: environment)
    return Diagnosed(plan.value, diagnostics: document.value.located(document.diagnostics + plan.diagnostics))
  }

  /// The plan of a right notebook.
  func plan() throws -> RunPlan {
    let planned = planned()
    guard planned.diagnostics.isEmpty else { throw WrongPlan(description: planned.texts.joined(separator: "\n")) }
    return planned.value
  }

  /// Runs a right notebook to its end or its first failure.
  func run(threads: Int = 1, isCancelled: @escaping () -> Bool = { false }) throws -> TestRun {
    var runner = Runner(plan: try plan(), options: Runner.Options(threads: threads, isCancelled: isCancelled))
    var events: [RunEvent] = []
    runner.runRemainingCells { events.append($0) }
    var report = RunReport(header: runner.plan.header)
    for event in events { report.record(event) }
    return TestRun(runner: runner, events: events, report: report)
  }
}

/// What a run left.
struct TestRun {
  let runner: Runner
  let events: [RunEvent]
  let report: RunReport

  /// The number of a field, or out of a series.
  func number(_ label: String, _ field: String) -> Double? {
    FieldReference("\(label).\(field)", at: SourcePosition(line: 1)).flatMap { report.quantity($0)?.number }
  }

  /// The points of a series.
  func points(_ label: String, _ series: String) -> [SeriesPoint]? {
    let reference = FieldReference(label: label, field: series, position: SourcePosition(line: 1))
    return runner.session.series(reference)?.points
  }

  /// The result of a cell that finished.
  func result(_ index: Int) -> CellResult? {
    if case .finished(let result) = report.cells[index] { result } else { nil }
  }
}

/// Why a notebook that was to be right is not.
struct WrongPlan: Error, CustomStringConvertible {
  let description: String
}

extension Diagnosed {
  /// The diagnostics as the user reads them.
  var texts: [String] { diagnostics.map { $0.text(file: "notebook.md") } }
}
