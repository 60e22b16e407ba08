import Datasets
import FuzzSupport
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import Synchronization

/// Notebooks made from the declared options, some with other values: planned, and those that are right and small also run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var writer = NotebookWriter(input: FuzzInput(start, count))
  let text = writer.notebook()
  let check = NotebookCheck(Array(text.utf8), in: environment)
  guard let plan = check.plan, isSmall(text) else { return 0 }
  let (first, second) = (run(plan, threads: 1), run(plan, threads: 2))
  PageMarkup.check(first)
  precondition(first == second, "any number of threads gives the same")
  return 0
}

/// Whether no number asks for much work.
private func isSmall(_ text: String) -> Bool {
  text.split { !$0.isNumber && $0 != "." && $0 != "e" }.allSatisfy { (Double($0) ?? 0) <= 400 }
}

private func run(_ plan: RunPlan, threads: Int) -> String {
  var report = RunReport(header: plan.header)
  var runner = Runner(plan: plan, options: Runner.Options(threads: threads))
  runner.runRemainingCells { report.record($0) }
  return ReportPage.html(for: report)
}

/// A notebook beside two tables and two texts.
private let environment: PlanEnvironment = {
  let folder = FuzzFolder("directives")
  for name in ["data", "other-data"] {
    for part in ["train", "test"] {
      folder.write(Array((0..<60).flatMap { "\($0 % 10),0,255,3,4,\($0),6\n".utf8 }), to: "\(name)/\(part).csv")
    }
  }
  for name in ["words", "other-words"] {
    folder.write(Array(String(repeating: "A bird sings. ", count: 30).utf8), to: "\(name).txt")
  }
  return PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: folder.path)
}()
