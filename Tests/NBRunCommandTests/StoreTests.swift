import Foundation
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

@testable import NBRunCommand

/// Which cells run again, and which need not.
struct StoreTests {
  private static let notebook = """
    ---
    params: {steps: 6}
    ---
    ```{load}
    label: digits
    folder: data
    ```
    ```{build}
    label: net
    layers: [lstm: {units: 4}, dense: {units: 10}]
    ```
    ```{train}
    label: fit
    steps: $steps
    batch: 10
    report: {batch_accuracy: every 2 steps}
    ```
    ```{evaluate}
    label: test
    caption: All of them
    expect: test.images == 20
    ```
    ```{build}
    label: other
    layers: [dense: {units: 10}]
    ```
    ```{train}
    label: fit-other
    model: other
    steps: 3
    batch: 10
    optimizer: {sgd: {learning_rate: 0.1, momentum: 0.5}}
    ```
    ```{chart}
    label: curve
    title: A curve
    series: [{series: fit.batch_accuracy, name: measured}]
    ```
    ```{compare}
    label: printed
    rows: [{subject: a loss, measured: fit-other.loss, range: 0..9}]
    ```
    It reads {{test.accuracy}}.

    """

  private static let all = ["digits", "net", "fit", "test", "other", "fit-other", "curve", "printed"]
  private static let allThatReadsData = ["digits", "fit", "test", "fit-other", "curve", "printed"]

  private func stored() throws -> StoredRun {
    let run = try StoredRun()
    try SmallDataset.write(to: run.folder, "data")
    #expect(try run.run(Self.notebook).ran == Self.all)
    return run
  }

  @Test func nothingRunsAgainWhenNothingChanged() throws {
    let run = try stored()
    let again = try run.run(Self.notebook)
    #expect(again.ran == [])
    #expect(try again.page == run.run(Self.notebook, storing: false).page)
  }

  @Test(arguments: [
    ("It reads", "It has read"), ("caption: All of them", "caption: Every one"), ("steps: $steps", "steps: 6  # six"),
    ("label: fit\nsteps: $steps\nbatch: 10", "batch: 10\nsteps: $steps\nlabel: fit"),
    ("label: test", "label: tested"), ("expect: test.images == 20", "expect: test.images > 1"),
    ("units: 4}", "units: 4, forget_bias: 1.0}"), ("batch: 10\nreport", "batch: 10\noptimizer: adam\nreport"),
  ])
  func nothingRunsAgainForWhatMovesNoResult(_ before: String, _ after: String) throws {
    let run = try stored()
    let text = Self.notebook.replacing(before, with: after).replacing(
      "{{test.", with: after == "label: tested" ? "{{tested." : "{{test."
    ).replacing("expect: test", with: after == "label: tested" ? "expect: tested" : "expect: test")
    #expect(text != Self.notebook)
    let again = try run.run(text)
    #expect(again.ran == [])
    #expect(try again.page == run.run(text, storing: false).page)
  }

  @Test(arguments: [
    ("units: 4", "units: 5", ["net", "fit", "test", "curve"]),
    ("learning_rate: 0.1", "learning_rate: 0.2", ["fit-other", "printed"]),
    ("momentum: 0.5", "momentum: 0.25", ["fit-other", "printed"]),
    ("batch: 10\nreport", "batch: 12\nreport", ["fit", "test", "curve"]),
    ("every 2 steps", "every 3 steps", ["fit", "test", "curve"]),
    ("title: A curve", "title: The curve", ["curve"]),
    ("range: 0..9", "range: 0..8", ["printed"]),
    ("folder: data", "folder: data\norder: as_filed", allThatReadsData),
    ("params: {steps: 6}", "params: {steps: 9}", ["fit after 6", "test", "curve"]),
    ("params: {steps: 6}", "params: {steps: 4}", ["fit", "test", "curve"]),
    ("params: {steps: 6}", "params: {steps: 6}\nseed: 2", Array(all.dropFirst())),
  ])
  func exactlyWhatDependsOnAChangeRunsAgain(_ before: String, _ after: String, _ labels: [String]) throws {
    let run = try stored()
    let text = Self.notebook.replacing(before, with: after)
    let again = try run.run(text)
    #expect(again.ran == labels)
    #expect(try again.page == run.run(text, storing: false).page)
    #expect(try run.run(Self.notebook).ran == [], "what was kept before is still there")
  }

  @Test func aParameterOfTheCommandLineIsAnOption() throws {
    let run = try stored()
    #expect(
      try run.run(Self.notebook, overrides: [ParameterOverride(name: "steps", value: "8")]).ran == [
        "fit after 6", "test", "curve",
      ])
    #expect(try run.run(Self.notebook, seed: 3).ran == Array(Self.all.dropFirst()))
  }

  @Test func oneByteOfADataFileIsEnough() throws {
    let run = try stored()
    try SmallDataset.write(to: run.folder, "data", changing: 1)
    #expect(try run.run(Self.notebook).ran == Self.allThatReadsData)
    try SmallDataset.write(to: run.folder, "data")
    #expect(try run.run(Self.notebook).ran == [])
  }

  @Test func anotherEngineRunsEverything() throws {
    #expect(try stored().run(Self.notebook, engine: "0.4").ran == Self.all)
  }

  @Test func aTrainingThatWasBrokenOffGoesOn() throws {
    let run = try StoredRun()
    try SmallDataset.write(to: run.folder, "data")
    #expect(try run.run(Self.notebook, pausing: .step(4)).report.cells[2] != .notRun)
    let rest = try run.run(Self.notebook)
    #expect(rest.ran == ["fit after 4", "test", "other", "fit-other", "curve", "printed"])
    #expect(try rest.page == run.run(Self.notebook, storing: false).page)
    #expect(!run.stored.items.contains { $0.entry.kind == .part }, "what led to the end is not kept beside it")
  }

  @Test func aLongerTrainingThatWasBrokenOffThereIsNoTrainingOfItsOwn() throws {
    let run = try StoredRun()
    try SmallDataset.write(to: run.folder, "data")
    _ = try run.run(Self.notebook.replacing("steps: 6}", with: "steps: 9}"), pausing: .step(6))
    let short = try run.run(Self.notebook)
    #expect(short.ran.contains("fit"), "what was broken off has not measured the end")
    #expect(run.warnings == [], "but nothing is wrong with it")
    #expect(try short.page == run.run(Self.notebook, storing: false).page)
  }

  @Test func aTrainingThatEndedEarlyTakesNoStepAgain() throws {
    // Nothing moves, so it ends after the third measurement: after five steps.
    let text = Self.notebook.replacing("steps: 6}", with: "steps: 30}").replacing(
      "report: {",
      with:
        "optimizer: {sgd: {learning_rate: 0}}\nstop: {on: test_loss, patience: 2}\nreport: {test_loss: every 2 steps, ")
    let run = try StoredRun()
    try SmallDataset.write(to: run.folder, "data")
    #expect(try run.run(text).ran == Self.all)
    let key = try #require(run.keys(text).first { $0.label == "fit" })
    let store = ResultStore(run.stored, notebook: run.folder.path("small.md"))
    #expect(store.checkpoint(of: key)?.step == 5)
    #expect(store.state(of: key) == .whole)
    let again = try run.run(text)
    #expect(again.ran == [])
    #expect(try again.page == run.run(text, storing: false).page)
    #expect(run.warnings == [])
  }

  @Test func aPointThatIsOnlySaidToBeAnEndIsNone() throws {
    let run = try StoredRun()
    try SmallDataset.write(to: run.folder, "data")
    #expect(try run.run(Self.notebook, pausing: .step(4)).ran.last == "fit")
    let key = try #require(run.keys(Self.notebook).first { $0.label == "fit" })
    let store = ResultStore(run.stored, notebook: run.folder.path("small.md"))
    let point = try #require(store.checkpoint(of: key))
    var fields = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(point)) as? [String: Any])
    fields["endsEarly"] = true
    store.keep(
      try JSONDecoder().decode(CellCheckpoint.self, from: JSONSerialization.data(withJSONObject: fields)), of: key)
    #expect(store.state(of: key) == .whole)
    let again = try run.run(Self.notebook)
    #expect(again.ran.first == "fit")
    #expect(try again.page == run.run(Self.notebook, storing: false).page)
    #expect(run.warnings.count == 1 && run.warnings.allSatisfy { $0.contains("cannot have made") })
  }

  @Test func saysWhyACellRunsAgain() throws {
    let run = try stored()
    func reasons(_ text: String, engine: String = EngineVersion.ofResults) throws -> [String: [String]] {
      let stepped = try SteppedNotebook(text)
      try SmallDataset.write(to: stepped.folder, "data", changing: text.contains("as_filed") ? 1 : nil)
      let plan = stepped.plan(try stepped.file.parse().value).value
      let store = ResultStore(run.stored, notebook: run.folder.path("small.md"))
      var all: [String: [String]] = [:]
      for identity in plan.cacheKeys(engine: engine) {
        if case .missing(let reasons, _) = store.state(of: identity) { all[identity.label] = reasons }
      }
      return all
    }
    _ = try run.run(Self.notebook)
    #expect(try reasons(Self.notebook) == [:])
    #expect(
      try reasons(Self.notebook.replacing("learning_rate: 0.1", with: "learning_rate: 0.2")) == [
        "fit-other": ["learning_rate 0.1 → 0.2"], "printed": ["upstream 'fit-other' changed"],
      ])
    #expect(
      try reasons(Self.notebook.replacing("units: 4", with: "units: 5"))["net"] == ["layer 1 units 4 → 5"])
    #expect(
      try reasons(Self.notebook.replacing("folder: data", with: "folder: data\norder: as_filed"))["digits"]
        == ["order shuffled → as_filed", "data changed: training images"])
    #expect(try reasons(Self.notebook, engine: "0.4")["net"] == ["engine \(EngineVersion.ofResults) → 0.4"])
  }
}
