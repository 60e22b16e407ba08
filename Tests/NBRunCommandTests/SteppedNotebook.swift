import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport

@testable import NBRunCommand

/// A notebook that a test steps through without a process and without a terminal.
struct SteppedNotebook {
  let folder: TemporaryFolder
  let file: NotebookFile
  let keeps: Bool

  init(_ text: String, keeps: Bool = false) throws {
    folder = try TemporaryFolder()
    file = NotebookFile(path: try folder.write(text, to: "small.md"))
    self.keeps = keeps
  }

  var page: String { folder.path("output/small.html") }

  func plan(_ document: NotebookDocument) -> Diagnosed<RunPlan> {
    RunPlan.make(
      document, of: DirectiveRegistry.directives,
      in: PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: folder.path))
  }

  /// The notebook as it is written, laid out to be stepped through.
  private func bench() throws -> Workbench {
    let document = try file.parse().value
    let store = keeps ? ResultStore(StoreFolder(path: folder.path("store")), notebook: file.path) : nil
    let tools = Workbench.Tools(threads: 1, isStepped: true, store: store, plan: plan)
    return Workbench(document, plan: plan(document).value, tools: tools)
  }

  /// Steps as the lines say; gives what was answered to each of them, first what stood there before any.
  ///
  /// `before` is called before each line is handed over, with its place.
  func step(
    _ lines: [String], screen: StepScreen = StepScreen(width: 80, height: nil, style: TextStyle(isColoured: false)),
    page writer: PageWriter? = nil, before: @escaping (Int) -> Void = { _ in }
  ) throws -> (answers: [String], report: RunReport) {
    var answers = [""]
    var typed = 0
    var stepper = Stepper(
      try bench(), file: file, page: writer ?? PageWriter(path: page),
      input: .lines {
        guard typed < lines.count else { return nil }
        before(typed)
        typed += 1
        answers.append("")
        return lines[typed - 1]
      },
      screen: screen, write: { answers[answers.count - 1] += $0.text })
    stepper.run()
    return (answers.map(Self.withoutPrompt), stepper.report)
  }

  private static func withoutPrompt(_ answer: String) -> String {
    let answer = answer.hasSuffix("> \n") ? String(answer.dropLast()) : answer
    guard let last = answer.split(separator: "\n", omittingEmptySubsequences: false).last, last.hasSuffix("> ") else {
      return answer
    }
    return String(answer.dropLast(last.count))
  }

  /// The page of a straight run.
  func straightPage() throws -> String {
    let document = try file.parse().value
    var runner = Runner(plan: plan(document).value, options: Runner.Options(threads: 2))
    var report = RunReport(header: runner.plan.header)
    runner.runRemainingCells { report.record($0) }
    return ReportPage.html(for: report)
  }
}
