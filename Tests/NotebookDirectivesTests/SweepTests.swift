import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import Synchronization
import Testing

@testable import NotebookDirectives

/// The cells above under other parameters and seeds.
struct SweepTests {
  private static let front = "---\nseed: 3\nparams: {rate: 0.01, units: 4, steps: 4}\n---\n"
  private static let cells =
    TestNotebook.digits + """
      ```{build}
      label: net
      layers: [simple_rnn: {units: $units}, dense: {units: 10}]
      ```
      ```{train}
      label: fit
      steps: $steps
      batch: 10
      optimizer: {adam: {learning_rate: $rate}}
      report: {batch_loss: every 2 steps}
      ```
      ```{evaluate}
      label: test
      ```

      """

  private static func notebook(_ sweep: String, cells: String = cells) -> String {
    front + cells + "```{sweep}\nlabel: sweep\n\(sweep)\n```\n"
  }

  /// Cells whose loss is soon no number, unless the rate is next to nothing.
  private static let diverging = cells.replacing(
    "layers: [simple_rnn: {units: $units}, dense: {units: 10}]",
    with: "layers: [dense: {units: 64, initial: {normal: {stddev: 1000}}}, dense: {units: 10}]"
  ).replacing("adam", with: "sgd").replacing("steps: $steps", with: "steps: 60")

  private static let small = notebook(
    "over: {rate: [0.01, 0.1], units: [3, 5], seed: 7..8}\ncollect: [test.loss, fit.batch_loss, fit.batch_loss@2]")

  @Test func eachPointHasTheNumbersOfARunOfItsOwn() throws {
    let sweep = try TestNotebook(Self.small).run(threads: 3)
    for (rate, units, seed) in [("0.01", "3", 7), ("0.1", "3", 8), ("0.1", "5", 7)] {
      let alone = try TestNotebook(
        Self.front + Self.cells,
        overrides: [ParameterOverride(name: "rate", value: rate), ParameterOverride(name: "units", value: units)],
        seed: UInt64(seed)
      ).run()
      let point = "(rate=\(rate), units=\(units), seed=\(seed))"
      #expect(sweep.number("sweep", "loss\(point)") == alone.number("test", "loss"))
      #expect(sweep.number("sweep", "batch_loss\(point)") == alone.number("fit", "batch_loss"))
      #expect(sweep.number("sweep", "batch_loss_2\(point)") == alone.number("fit", "batch_loss@2"))
    }
    #expect(sweep.number("sweep", "points") == 8)
    #expect(sweep.number("sweep", "failed") == 0)
  }

  @Test(arguments: [1, 2, 5, 16]) func isTheSameForAnyNumberOfThreads(_ threads: Int) throws {
    let one = try TestNotebook(Self.small).run(threads: 1)
    let other = try TestNotebook(Self.small).run(threads: threads)
    #expect(one.result(4) != nil)
    #expect(other.result(4) == one.result(4))
  }

  @Test func saysTheMeanOverSeedsAndHowFarTheySpread() throws {
    let run = try TestNotebook(Self.small).run()
    func number(_ field: String) throws -> Double { try #require(run.number("sweep", field)) }
    let (first, second) = (
      try number("loss(units=5, seed=7, rate=0.1)"), try number("loss(rate=0.1, seed=8, units=5)")
    )
    #expect(try number("loss(units=5, rate=0.1)") == (first + second) / 2)
    // Of two numbers the standard deviation is their distance over √2, and the standard error half of it.
    let distance = abs(first - second)
    #expect(abs(try number("loss_deviation(rate=0.1, units=5)") - distance / 2.0.squareRoot()) < 1e-12)
    #expect(abs(try number("loss_error(rate=0.1, units=5)") - distance / 2) < 1e-12)
    #expect(first != second)
    let means = try ["(rate=0.01, units=3)", "(rate=0.01, units=5)", "(rate=0.1, units=3)", "(rate=0.1, units=5)"]
      .map { try number("loss\($0)") }
    #expect(try number("best_loss") == means.min())
  }

  @Test func recordsTheMeanOfASeries() throws {
    let run = try TestNotebook(Self.small).run()
    let mean = try #require(run.points("sweep", "batch_loss(rate=0.1, units=3)"))
    #expect(mean.map(\.x) == [0, 2, 3])
    let alone = try [7, 8].map { seed in
      let overrides = [ParameterOverride(name: "rate", value: "0.1"), ParameterOverride(name: "units", value: "3")]
      return try #require(
        TestNotebook(Self.front + Self.cells, overrides: overrides, seed: UInt64(seed)).run().points(
          "fit", "batch_loss"))
    }
    #expect(mean.map(\.y) == zip(alone[0], alone[1]).map { ($0.y + $1.y) / 2 })
  }

  @Test func sumsUpTheSeedsOfASingleSetting() throws {
    let run = try TestNotebook(Self.notebook("over: {units: [3], rate: [0.1], seed: 1..2}\ncollect: [test.loss]")).run()
    let tables = try #require(run.result(4)).outputs.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    let seeds = try #require(tables.last)
    #expect(seeds.columns == ["units", "rate", "seed", "loss"])
    #expect(seeds.rows.suffix(2).map(\.first) == [.text("mean"), .text("standard deviation")])
    #expect(try seeds.rows[2].last == .quantity(.real(#require(run.number("sweep", "loss(units=3, rate=0.1)")))))
  }

  @Test func repeatsWithTheSeedsFromTheNotebooksOn() throws {
    let repeated = try TestNotebook(Self.notebook("repeat: 3\ncollect: [test.loss]")).run()
    let written = try TestNotebook(Self.notebook("over: {seed: [3, 4, 5]}\ncollect: [test.loss]")).run()
    #expect(repeated.result(4) != nil)
    #expect(repeated.result(4) == written.result(4))
    #expect(repeated.number("sweep", "loss(seed=3)") == repeated.number("test", "loss"), "its own seed is the first")
    let other = try TestNotebook(Self.notebook("repeat: 2\ncollect: [test.loss]"), seed: 4).run()
    #expect(other.number("sweep", "loss(seed=5)") == repeated.number("sweep", "loss(seed=5)"))
  }

  @Test func runsOnlyWhatItsNumbersNeed() throws {
    let cells = Self.cells + "```{build}\nlabel: other\nlayers: [dense: {units: 10}]\n```\n"
    let plan = try TestNotebook(Self.notebook("over: {seed: 1..2}\ncollect: [fit.batch_loss]", cells: cells)).plan()
    let action = try #require(plan.cells.last?.action as? any SweepingAction)
    #expect(
      action.points.map { $0.plan.plan.cells.map(\.header.label) } == [
        ["digits", "net", "fit"], ["digits", "net", "fit"],
      ])
    let keys = plan.cacheKeys()
    let seeded = try TestNotebook(Self.notebook("over: {seed: 3..4}\ncollect: [fit.batch_loss]")).plan()
    let points = try #require(seeded.cells.last?.action as? any SweepingAction).points
    #expect(points[0].plan.keys.map(\.digest) == seeded.cacheKeys().prefix(3).map(\.digest))
    #expect(points[1].plan.keys[2].digest != points[0].plan.keys[2].digest)
    #expect(keys.count == 6)
  }

  @Test func takesTheModelAsTheCellsInBetweenHaveLeftIt() throws {
    // The second training goes on where the first one ended, and the evaluation reads the model by the name of its {build}.
    let cells =
      Self.cells.replacing("```{evaluate}\nlabel: test\n```\n", with: "")
      + "```{train}\nlabel: more\nsteps: 3\nbatch: 10\n```\n```{evaluate}\nlabel: test\nmodel: net\n```\n"
    let run = try TestNotebook(Self.notebook("over: {rate: [0.01, 0.1]}\ncollect: [test.loss]", cells: cells)).run()
    #expect(run.number("sweep", "loss(rate=0.01)") == run.number("test", "loss"))
    let other = try TestNotebook(Self.front + cells, overrides: [ParameterOverride(name: "rate", value: "0.1")]).run()
    #expect(run.number("sweep", "loss(rate=0.1)") == other.number("test", "loss"))
  }

  @Test func takesWhatAnEqualCellOfAnotherNameHasLeft() throws {
    // The notebook has trained at the rate of the second point by itself, under other labels.
    let twin = try #require(Self.cells.components(separatedBy: "```{build}").last)
    let named =
      "```{build}"
      + twin.replacing("label: net", with: "label: twin").replacing("$rate", with: "0.1")
      .replacing("label: fit\n", with: "label: twin-fit\nmodel: twin\n")
      .replacing("label: test\n", with: "label: twin-test\nmodel: twin\n")
    let cells = Self.cells.replacing("label: fit\n", with: "label: fit\nmodel: net\n")
      .replacing("label: test\n", with: "label: test\nmodel: net\n")
    let sweep = "over: {rate: [0.01, 0.1]}\ncollect: [fit.batch_loss, test.loss]"
    let run = try TestNotebook(Self.notebook(sweep, cells: cells + named)).run()
    #expect(run.number("sweep", "failed") == 0)
    #expect(run.number("sweep", "loss(rate=0.1)") == run.number("twin-test", "loss"))
    #expect(run.number("sweep", "loss(rate=0.1)") != run.number("test", "loss"))
    #expect(run.number("sweep", "batch_loss(rate=0.1)") == run.number("twin-fit", "batch_loss"))
  }

  @Test func runsWhatPointsHaveInCommonOnce() throws {
    let plan = try TestNotebook(Self.notebook("over: {rate: [0.01, 0.1], steps: [4, 5]}\ncollect: [test.loss]")).plan()
    let store = CountingStore()
    var runner = Runner(
      plan: plan, options: Runner.Options(threads: 4, cache: CellCache(store, keys: plan.cacheKeys())))
    runner.runRemainingCells { _ in }
    #expect(runner.isFinished)
    // One data set for all. Of four trainings and evaluations one is the notebook's own. The network that the notebook built is trained
    // by then, so one more is built for all points.
    #expect(store.kept.filter { $0.keyword == "load" }.count == 1)
    #expect(store.kept.filter { $0.keyword == "build" }.count == 2)
    #expect(store.kept.filter { $0.keyword == "evaluate" }.count == 4)
  }

  @Test func aPointThatFailsFailsAloneAndSaysSo() throws {
    let text = Self.notebook("over: {rate: [0.000001, 1000000]}\ncollect: [test.loss]", cells: Self.diverging)
      .replacing("rate: 0.01", with: "rate: 0.000001")
    let run = try TestNotebook(text).run()
    let result = try #require(run.result(4))
    #expect(run.number("sweep", "failed") == 1)
    #expect(run.number("sweep", "loss(rate=0.000001)") == run.number("test", "loss"))
    #expect(run.number("sweep", "loss(rate=1000000)") == nil)
    #expect(result.notices.count == 1)
    #expect(result.notices[0].hasPrefix("one of 2 points came to nothing, with rate=1000000: fit: the loss is"))
    #expect(run.report.outcome == .succeeded)
  }

  @Test func failsWhereEveryPointDoes() throws {
    let text = Self.notebook("over: {rate: [999999, 1000000]}\ncollect: [test.loss]", cells: Self.diverging)
      .replacing("rate: 0.01", with: "rate: 0.000001")
    let run = try TestNotebook(text).run()
    guard case .failed(let failure) = run.report.cells[4] else {
      Issue.record("it came to its end")
      return
    }
    #expect(failure.message.hasPrefix("none of the 2 points came to anything; the first: fit: the loss is"))
  }

  @Test func pausesAfterAPointAndGoesOn() throws {
    let plan = try TestNotebook(Self.small).plan()
    let whole = try TestNotebook(Self.small).run().result(4)
    var runner = Runner(plan: plan, options: Runner.Options(threads: 2))
    while runner.position < 4 { #expect(runner.runNextCell { _ in } == .finished) }
    var paused: CellPause?
    let end = runner.runNextCell(until: .step(3)) { if case .cellPaused(_, let pause) = $0 { paused = pause } }
    #expect(end == .paused)
    #expect(runner.point.step == 3)
    #expect(paused?.phrase == "stopped after 3 of 8 points")
    #expect(paused?.result.fields.first == Field("points", .count(3)))
    let branch = runner
    var result: CellResult?
    #expect(runner.runNextCell { if case .cellFinished(_, let all) = $0 { result = all } } == .finished)
    #expect(result == whole)
    var again = branch
    #expect(again.runNextCell { if case .cellFinished(_, let all) = $0 { result = all } } == .finished)
    #expect(result == whole, "a copy goes on by itself")
  }

  /// A run that has come to a sweep of long trainings; the notebook's own has not been taken.
  private func longSweep(_ store: CountingStore, isCancelled: @escaping () -> Bool = { false }) throws -> Runner {
    let plan = try TestNotebook(Self.small.replacing("steps: 4", with: "steps: 20000")).plan()
    var runner = Runner(
      plan: plan,
      options: Runner.Options(threads: 2, isCancelled: isCancelled, cache: CellCache(store, keys: plan.cacheKeys())))
    runner.runNextCell { _ in }
    runner.runNextCell { _ in }
    runner.point.position = 4
    return runner
  }

  @Test func goesOnWhileItIsShown() throws {
    let store = CountingStore()
    var runner = try longSweep(store)
    for _ in 0..<8 {
      #expect(runner.runNextCell(until: .time(.now + .milliseconds(20))) { _ in } == .paused)
    }
    #expect(store.steps.count <= 2, "nobody stands still, and keeps what is under way, for each look at it")
  }

  @Test func keepsWhatIsUnderWayWhenItIsAskedToStop() throws {
    let store = CountingStore()
    let isAsked = Mutex(false)
    var runner = try longSweep(store) { isAsked.withLock { $0 } }
    let end = runner.runNextCell { event in
      guard case .progress(4, let progress) = event else { return }
      if progress.parts.contains(where: { $0.share > 0 && $0.share < 1 }) { isAsked.withLock { $0 = true } }
    }
    #expect(end == .paused)
    #expect(store.steps.contains { (1..<20000).contains($0) }, "a training was kept in its middle")
  }
}

/// A store that finds nothing and counts what it is given.
private final class CountingStore: CellStore {
  private let results = Mutex<[CacheKey]>([])
  private let points = Mutex<[Int]>([])

  var kept: [CacheKey] { results.withLock { $0 } }
  /// The steps of the trainings that were kept.
  var steps: [Int] { points.withLock { $0 } }

  func result(of cell: CacheKey) -> CellResult? { nil }
  func keep(_ result: CellResult, of cell: CacheKey) { results.withLock { $0.append(cell) } }
  func checkpoint(of cell: CacheKey) -> CellCheckpoint? { nil }
  func keep(_ checkpoint: CellCheckpoint, of cell: CacheKey) {
    if cell.keyword == "train" { points.withLock { $0.append(checkpoint.step) } }
  }
  func noteMisfit(_ cell: CacheKey, step: Int?) {}
  func noteFinished(_ cell: CacheKey, isOfPoint: Bool) {}
}

/// Some numbers by their mean.
struct SpreadTests {
  @Test func dividesByOneLessThanThereAre() throws {
    let spread = try #require(Spread([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(spread.mean == 5)
    #expect(abs(try #require(spread.deviation) - (32.0 / 7).squareRoot()) < 1e-15)
    #expect(abs(try #require(spread.error) - (32.0 / 56).squareRoot()) < 1e-15)
  }

  @Test func ofOneIsThatOneAndDoesNotSpread() throws {
    let spread = try #require(Spread([0.1]))
    #expect(spread.mean == 0.1)
    #expect(spread.deviation == nil)
    #expect(Spread([]) == nil)
  }
}
