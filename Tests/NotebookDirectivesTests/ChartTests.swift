import NotebookResults
import Testing

@testable import NotebookDirectives

/// Charts of numbers: bars and heat maps, and what sweeps show of theirs.
struct ChartTests {
  private static let front = "---\nseed: 3\nparams: {rate: 0.000001, units: 4}\n---\n"
  private static let cells =
    TestNotebook.digits + """
      ```{build}
      label: net
      layers: [dense: {units: $units}, dense: {units: 10}]
      ```
      ```{train}
      label: fit
      steps: 3
      batch: 10
      optimizer: {sgd: {learning_rate: $rate}}
      report: {batch_loss: every step}
      ```
      ```{evaluate}
      label: test
      ```

      """

  /// Cells whose loss is soon no number, unless the rate is next to nothing.
  private static let diverging = cells.replacing(
    "units: $units}", with: "units: $units, initial: {normal: {stddev: 1000}}}"
  )
  .replacing("steps: 3", with: "steps: 60")

  private static func sweep(_ over: String, collect: String = "test.accuracy, test.loss") -> String {
    "```{sweep}\nlabel: sweep\nover: {\(over)}\ncollect: [\(collect)]\n```\n"
  }

  private static func run(_ text: String, _ chart: String = "", cells: String = cells) throws -> TestRun {
    let chart = chart.isEmpty ? "" : "```{chart}\nlabel: chart\n\(chart)\n```\n"
    return try TestNotebook(front + cells + text + chart).run()
  }

  private static func outputs(_ run: TestRun) throws -> [CellOutput] {
    let last = try #require(run.report.header.cells.last).index
    return try #require(run.result(last)).outputs
  }

  private static func bars(_ run: TestRun) throws -> BarChart {
    guard case .bars(let chart)? = try outputs(run).first else { throw NoChart() }
    return chart
  }

  private static func heatMaps(_ run: TestRun) throws -> [HeatMap] {
    try outputs(run).compactMap { if case .heatMap(let map) = $0 { map } else { nil } }
  }

  private struct NoChart: Error {}

  @Test func drawsABarForEachNumber() throws {
    let run = try Self.run(
      "", "kind: bars\nnumbers: [test.accuracy, {number: fit.batch_loss@2, name: late}, {value: 0.5}]\ny_range: 0..3")
    let chart = try Self.bars(run)
    #expect(chart.title == "test.accuracy, late, reported")
    #expect(chart.bars.map(\.name) == ["test.accuracy", "late", "reported"])
    #expect(
      chart.bars.map { $0.quantity?.number } == [
        run.number("test", "accuracy"), run.number("fit", "batch_loss@2"), 0.5,
      ])
    #expect(chart.bars.allSatisfy { $0.deviation == nil })
    #expect(chart.range == 0...3)
  }

  @Test(arguments: [
    ("test.accuracy", "accuracy"), ("test.accuracy, {value: 1}", "accuracy"), ("test.accuracy, test.loss", "value"),
    ("fit.batch_loss", "loss"), ("{value: 1}", "value"), ("test.loss, fit.batch_loss@1", "loss"),
    ("net.parameters", "parameters"),
  ]) func labelsBarsByWhatAllOfThemMeasure(_ numbers: String, _ label: String) throws {
    #expect(try Self.bars(Self.run("", "kind: bars\nnumbers: [\(numbers)]")).label == label)
  }

  @Test func drawsABarForEverySettingOfASweepWithItsDeviationOverSeeds() throws {
    let run = try Self.run(Self.sweep("rate: [0.1, 0.2], seed: 1..2"), "kind: bars\nnumbers: sweep.loss")
    let chart = try Self.bars(run)
    #expect(chart.bars.map(\.name) == ["rate=0.1", "rate=0.2"])
    for (bar, settings) in zip(chart.bars, ["(rate=0.1)", "(rate=0.2)"]) {
      #expect(bar.quantity?.number != nil && bar.deviation != nil)
      #expect(bar.quantity?.number == run.number("sweep", "loss\(settings)"))
      #expect(bar.deviation == run.number("sweep", "loss_deviation\(settings)"))
    }
  }

  @Test func namesTheSweepWhereThereIsMoreThanItsNumber() throws {
    let run = try Self.run(
      Self.sweep("rate: [0.1, 0.2]"), "kind: bars\nnumbers: [sweep.loss, {number: sweep.accuracy, name: read}]")
    #expect(
      try Self.bars(run).bars.map(\.name) == [
        "sweep.loss, rate=0.1", "sweep.loss, rate=0.2", "read, rate=0.1", "read, rate=0.2",
      ])
    let seeds = try Self.run(Self.sweep("seed: 1..2"), "kind: bars\nnumbers: sweep.loss")
    #expect(try Self.bars(seeds).bars.map(\.name) == ["sweep.loss"])
    #expect(try Self.bars(seeds).bars.allSatisfy { $0.deviation != nil })
  }

  @Test func drawsNoBarForAPointThatCameToNothing() throws {
    let run = try Self.run(
      Self.sweep("rate: [0.000001, 1000000]"), "kind: bars\nnumbers: [sweep.loss, sweep.loss(rate=1000000)]",
      cells: Self.diverging
    )
    #expect(run.number("sweep", "failed") == 1)
    #expect(try Self.bars(run).bars.map { $0.quantity == nil } == [false, true, true])
  }

  @Test func drawsANumberOfASweepOverTwoParametersAsAHeatMap() throws {
    let run = try Self.run(
      Self.sweep("rate: [0.000001, 1000000], units: [3, 4, 5]"),
      "kind: heat_map\nnumbers: sweep.loss\ntitle: Losses\ny_scale: log", cells: Self.diverging)
    let map = try #require(try Self.heatMaps(run).first)
    #expect(map.title == "Losses" && map.scale == .log && map.isLargerBetter == false)
    #expect(map.rowLabel == "rate" && map.rows == ["0.000001", "1000000"])
    #expect(map.columnLabel == "units" && map.columns == ["3", "4", "5"])
    for (column, units) in map.columns.enumerated() {
      let number = try #require(run.number("sweep", "loss(rate=0.000001, units=\(units))"))
      #expect(map.cells[0][column].number == number)
      #expect(map.cells[1][column] == .failed)
    }
  }

  @Test func aSweepOverTwoParametersShowsAHeatMapOfEachNumberInPlaceOfATable() throws {
    let run = try Self.run(
      Self.sweep("units: [3, 4], rate: [0.000001, 0.000002, 1000000], seed: 1..2"), cells: Self.diverging)
    let maps = try Self.heatMaps(run)
    #expect(maps.map(\.title) == ["Accuracy, the mean over seeds", "Loss, the mean over seeds"])
    #expect(maps.map(\.isLargerBetter) == [true, false])
    #expect(maps[1].cells.map { $0.map { $0 == .failed } } == [[false, false, true], [false, false, true]])
    #expect(maps[1].cells[1][0].number == run.number("sweep", "loss(units=4, rate=0.000001)"))
    let best = try #require(maps[1].best)
    #expect(maps[1][best].number == run.number("sweep", "best_loss"))
    let tables = try Self.outputs(run).compactMap { if case .table(let table) = $0 { table.caption } else { nil } }
    #expect(
      tables == [
        "Standard deviation of accuracy over 2 seeds: units down, rate across",
        "Standard deviation of loss over 2 seeds: units down, rate across", "Every point",
      ])
  }

  @Test(arguments: ["rate: [0.1, 0.2]", "rate: [0.1, 0.2], units: [3]", "rate: [0.1], seed: 1..2"])
  func aSweepOverAnythingElseShowsNone(over: String) throws {
    #expect(try Self.heatMaps(Self.run(Self.sweep(over))).isEmpty)
  }

  @Test func drawsStripsOfSeries() throws {
    let run = try Self.run("", "kind: strips\nseries: [fit.batch_loss]\nsmooth: 2")
    guard case .chart(let chart)? = try Self.outputs(run).first else { throw NoChart() }
    #expect(chart.style == ChartStyle(strips: true, smoothing: 2))
    #expect(chart.series[0].points == run.points("fit", "batch_loss"))
  }
}
