import Datasets
import FuzzSupport
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import Synchronization
import Weights

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
  for (name, first) in [("restored", 0), ("others-restored", 3)] {
    let numbers = { (count: Int) in (first..<first + count).map { Float($0 % 11) / 16 } }
    let kernel = Tensor(name: "linear.weight", shape: [10, 28], values: numbers(280))
    let bias = Tensor(name: "linear.bias", shape: [10], values: numbers(10))
    folder.write(SafetensorsFile.bytes(of: [kernel, bias]), to: "\(name).safetensors")
  }
  return PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: folder.path)
}()
