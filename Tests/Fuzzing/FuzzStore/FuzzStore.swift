import Datasets
import Foundation
import FuzzSupport
import NotebookDirectives
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax

@testable import NBRunCommand

/// A store with one entry changed, with or without the right digest: a run that finds it gives a page, and the right one unless the digest is.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let original = originals[input.whole(below: originals.count)]
  let isForged = input.whole(below: 4) > 0
  let contents = isForged ? forged(original.contents, &input) : damaged(original.contents, &input)
  for (name, contents) in originals { folder.write(Array(contents), to: "store/\(name)") }
  folder.write(Array(contents), to: "store/\(original.name)")
  let page = run(plans[input.whole(below: plans.count)])
  PageMarkup.check(page)
  if !isForged { precondition(pages.contains(page), "what is damaged is not believed") }
  return 0
}

/// The entry's value with one place changed, under its right digest.
private func forged(_ contents: Data, _ input: inout FuzzInput) -> Data {
  var forger = Forger(input: input)
  let start = contents.indices.filter { contents[$0] == 10 }[1] + 1
  let value = try? PropertyListSerialization.propertyList(from: contents[start...], format: nil)
  guard let value, let payload = Forger.bytes(forger.forged(value)) else { return contents }
  input = forger.input
  return Data("\(StoredValue.mark)\(StoredValue.version)\n\(key.digest(of: payload))\n".utf8) + payload
}

/// The entry's bytes with a few of them changed.
private func damaged(_ contents: Data, _ input: inout FuzzInput) -> Data {
  var contents = contents
  for _ in 0...input.whole(below: 4) {
    guard !contents.isEmpty else { break }
    let place = input.whole(below: min(contents.count, 65_536))
    switch input.whole(below: 3) {
    case 0: contents[place] = UInt8(input.whole(below: 256))
    case 1: contents = contents.prefix(place)
    default: contents.insert(contentsOf: input.word(), at: place)
    }
  }
  return contents
}

private func run(_ plan: RunPlan) -> String {
  var report = RunReport(header: plan.header)
  let store = ResultStore(StoreFolder(path: "\(folder.path)/store"), notebook: "\(folder.path)/fuzz.md") { _ in }
  let cache = CellCache(store, keys: plan.cacheKeys())
  var runner = Runner(plan: plan, options: Runner.Options(threads: 1, cache: cache))
  runner.runRemainingCells { report.record($0) }
  return ReportPage.html(for: report)
}

private let folder: FuzzFolder = {
  let folder = FuzzFolder("store")
  for part in ["train", "test"] {
    folder.write(Array((0..<20).flatMap { "\($0 % 3),0,255,3,4\n".utf8 }), to: "data/\(part).csv")
  }
  return folder
}()

/// The same cells, and a training that goes on.
private let plans = [4, 6].map { steps in
  let text = """
    ```{load}
    label: data
    folder: data
    classes: 3
    ```
    ```{build}
    layers: [lstm: {units: 2}, dense: {units: 3}]
    ```
    ```{train}
    label: fit
    steps: \(steps)
    batch: 5
    report: {batch_accuracy: every 2 steps, test_loss: every epoch}
    ```
    ```{evaluate}
    label: test
    on: data.test
    ```
    ```{compare}
    rows: [{subject: hits, measured: test.correct, reported: 3, tolerance: 20}]
    ```
    ```{chart}
    series: [fit.batch_accuracy]
    ```

    """
  let environment = PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: folder.path)
  let document = NotebookParser.parse(text, file: "fuzz.md")
  let plan = RunPlan.make(document.value, of: DirectiveRegistry.directives, in: environment)
  precondition(plan.diagnostics.isEmpty, "the fuzzer's own notebook is right")
  return plan.value
}

/// The pages of runs that found nothing, then nothing wrong; and what they stored.
private let pages = plans.map { run($0) }

private let key: StoreKey = {
  _ = pages
  guard let key = StoreKey(in: "\(folder.path)/store") else { preconditionFailure("a store has a key") }
  return key
}()

private let originals: [(name: String, contents: Data)] = {
  _ = key
  let names = StoreFolder(path: "\(folder.path)/store").items.map(\.entry.name).sorted()
  return names.compactMap { name in
    FileManager.default.contents(atPath: "\(folder.path)/store/\(name)").map { (name, $0) }
  }
}()
