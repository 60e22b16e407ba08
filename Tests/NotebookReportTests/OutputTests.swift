import NotebookReport
import NotebookResults
import TestSupport
import Testing

@Suite struct OutputTests {
  @Test func printsEveryOutputForATerminal() throws {
    let outputs = [SampleRun.load, SampleRun.build, SampleRun.test, SampleRun.compare].flatMap(\.outputs)
    let text = (outputs + [.comparison(SampleRun.incomparable)]).map {
      TerminalText.lines(for: $0, width: 30).joined(separator: "\n")
    }
    try expectSnapshot(text.joined(separator: "\n\n"), named: "terminal.txt")
  }

  @Test func drawsAChartForATerminalNoWiderThanAsked() {
    let text = SampleRun.train.outputs.map { TerminalText.lines(for: $0, width: 50).joined(separator: "\n") }.joined()
    #expect(text.hasPrefix("Accuracy while training\n\naccuracy\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 50 })
  }

  @Test func tellsCurvesOfOneNameApartByTheirCharts() throws {
    let charts = ["loss", "accuracy"].map { title in
      Chart(
        title: title, xLabel: "step", yLabel: title,
        series: [ChartSeries(name: "seed=1", points: [SeriesPoint(x: 1, y: 2), SeriesPoint(x: 2, y: 3)])])
    }
    let loss = Metric(name: "loss", form: .real, isLargerBetter: false)
    let result = CellResult(
      outputs: charts.map { .chart($0) }, series: [RecordedSeries(name: "loss", unit: .step, metric: loss)])
    let tables = PointTable.tables(of: result)
    #expect(tables.map(\.columns) == [["step", "loss, seed=1", "accuracy, seed=1"]])
  }

  private static let passage = Passage(
    caption: "40 characters", start: "Once\nupon",
    text: " <b>a time</b> there was a\tvery\u{1B}[31m long word: Donaudampfschiff")

  @Test func showsATextAfterWhatItWasGiven() {
    let page = page(showing: .passage(Self.passage))
    let texts = page.elements.filter { $0.name == "pre" && $0.ancestors.contains("figure") }.map(\.text)
    #expect(texts == ["Once\nupon <b>a time</b> there was a\tvery\u{FFFD}[31m long word: Donaudampfschiff"])
    let given = page.elements.filter { $0.name == "b" && $0.ancestors.suffix(2) == ["figure", "pre"] }.map(\.text)
    #expect(given == ["Once\nupon"], "what was written stands for itself")
  }

  @Test func breaksATextAtBlanksForATerminal() {
    let lines = TerminalText.lines(for: .passage(Self.passage), width: 16)
    #expect(lines.prefix(4) == ["40 characters", "", "  Once", "  upon <b>a "])
    #expect(lines.allSatisfy { $0.count <= 16 })
    #expect(lines.suffix(2) == ["  Donaudampfschi", "  ff"])
    let shown = lines.dropFirst(2).map { $0.dropFirst(2) }.joined()
    #expect(shown == (Self.passage.start + Self.passage.text).filter { !$0.isNewline })
  }

  @Test func standsNumbersToTheRightAndShadesByWeight() {
    let row: [Table.Value] = [
      .text("a"), .quantity(.count(1_000)), .shaded(.count(2), weight: 0.5), .shaded(.count(3), weight: 0),
      .shaded(.count(4), weight: 7), .shaded(.count(5), weight: .nan),
    ]
    let table = Table(caption: "Table", columns: ["a", "b", "c", "d", "e", "f"], rows: [row])
    let cells = page(showing: .table(table)).elements.filter {
      ["td", "th"].contains($0.name) && $0.ancestors.contains("main") && $0.ancestors.contains("tbody")
    }
    #expect(cells.map(\.text) == ["a", "1,000", "2", "3", "4", "5"])
    #expect(
      cells.map { $0.attributes["class"] } == [nil, nil, "shade-4", nil, "shade-8", nil])
  }

  @Test func drawsAPictureAsOnePathOfStrokesForEachGrey() {
    let picture = PictureStrip.Picture(rows: 2, columns: 3, pixels: [255, 255, 0, 0, 128, 255], label: "7")
    let page = page(showing: .pictures(PictureStrip(caption: "Digits", pictures: [picture])))
    #expect(page.named("svg").map { $0.attributes["viewBox"] } == ["0 -0.5 3 2"])
    #expect(page.named("path").map { $0.attributes["d"] } == ["m1 1h1", "m0 0h2m0 1h1"])
    #expect(page.named("path").map { $0.attributes["stroke-opacity"] } == ["0.5", nil])
  }

  @Test func tellsAChartInWords() {
    let points = [0.5, .nan, 0.9, 0.7].enumerated().map { SeriesPoint(x: $0 * 1_000, y: $1) }
    let chart = Chart(
      title: "Curve", xLabel: "step", yLabel: "accuracy", series: [ChartSeries(name: "test", points: points)])
    let page = page(showing: .chart(chart))
    let images = page.elements.filter { $0.attributes["role"] == "img" }
    #expect(
      images.map { $0.attributes["aria-label"] } == [
        "accuracy by step. test: 3 points from 0.5000 at step 0 to 0.7000 at step 3,000, "
          + "lowest 0.5000 at step 0, highest 0.9000 at step 2,000."
      ])
    #expect(page.named("figcaption").map(\.text) == ["Figure 1 Curve"])
    let drawings = page.named("pre").filter { $0.ancestors.contains("figure") }
    #expect(drawings.map { $0.attributes["class"] } == ["wide", "narrow"])
    #expect(drawings.allSatisfy { $0.attributes["aria-hidden"] == "true" }, "a chart is read once")
    #expect(page.named("svg").allSatisfy { $0.attributes["aria-hidden"] == "true" })
  }

  @Test func coloursTheLinesOfAChartAndLeavesItsTextAsItIs() {
    let series = ["one", "two"].enumerated().map { place, name in
      ChartSeries(name: name, points: (0..<50).map { SeriesPoint(x: $0, y: Double($0 * (place + 1))) })
    }
    let chart = Chart(title: "Lines", xLabel: "step", yLabel: "value", series: series)
    let page = page(showing: .chart(chart))
    let drawings = page.named("pre").filter { ["wide", "narrow"].contains($0.attributes["class"]) }.map(\.text)
    #expect(drawings == [AsciiChart(chart).text, AsciiChart(chart, width: 40).text])
    let inks = page.named("b").filter { $0.attributes["class"] != nil }
    #expect(Set(inks.map { $0.attributes["class"] }) == ["k1", "k2"])
    #expect(
      inks.filter { $0.attributes["class"] == "k1" }.allSatisfy {
        !$0.text.contains { ".:\"".contains($0) } || $0.text.contains("one")
      })
  }

  @Test func listsTheFewPointsOfAChartInATable() {
    let points = (1...12).map { SeriesPoint(x: $0, y: Double($0) / 8) }
    let chart = Chart(title: "Curve", xLabel: "x", yLabel: "y", series: [ChartSeries(name: "a", points: points)])
    let rows = page(showing: .chart(chart)).named("tr").filter {
      $0.ancestors.contains("tbody") && $0.ancestors.contains("section")
    }
    #expect(rows.count == 12)
  }

  @Test func listsTheManyPointsOfAChartInLines() {
    func series(_ name: String, _ count: Int, _ factor: Double) -> ChartSeries {
      ChartSeries(name: name, points: (1...count).map { SeriesPoint(x: $0 * 10, y: Double($0) * factor) })
    }
    let all = [series("a", 400, 0.125), series("b", 400, 100), series("c", 3, 1)]
    let page = page(showing: .chart(Chart(title: "Curve", xLabel: "step", yLabel: "y", series: all)))
    let lists = page.named("pre").filter {
      $0.attributes["class"] == "points p31" || $0.attributes["class"] == "points p12"
    }.map { $0.text.split(separator: "\n") }
    #expect(lists.map(\.count) == [400, 3])
    #expect(lists[0].first == "   10  0.1250    100.0000" && lists[0].last == "4,000 50.0000 40,000.0000")
    #expect(Set(lists[0].map(\.count)) == [25])
    #expect(
      page.named("p").filter { $0.attributes["class"] == "points-name" }.map(\.text) == ["step, a, b", "step, c"])
  }

  @Test(arguments: [
    (ChartForm.text, ["pre", "pre"], []), (.svg, ["svg"], ["pre", "pre"]), (.both, ["pre", "pre", "svg"], []),
  ])
  func showsAChartAsThePageIsToldTo(form: ChartForm, shown: [String], folded: [String]) {
    let chart = Chart(
      title: "Curve", xLabel: "x", yLabel: "y",
      series: [ChartSeries(name: "a <b>", points: [SeriesPoint(x: 1, y: 2), SeriesPoint(x: 2, y: 3)])])
    let page = page(showing: .chart(chart), charts: form)
    let drawings = page.elements.filter { ["pre", "svg"].contains($0.name) && $0.ancestors.contains("figure") }
    #expect(drawings.filter { !$0.ancestors.contains("details") }.map(\.name) == shown)
    #expect(drawings.filter { $0.ancestors.contains("details") }.map(\.name) == folded)
    #expect(page.named("title").dropFirst().map(\.text) == (form == .text ? [] : ["a <b>  3.0000"]))
  }

  private static let bars = BarChart(
    title: "Readings", label: "accuracy",
    bars: [
      BarChart.Bar(name: "a <b>", quantity: .fraction(0.5), deviation: 0.25), BarChart.Bar(name: "c", quantity: nil),
    ])
  private static let map = HeatMap(
    title: "Loss", rowLabel: "units", columnLabel: "rate", rows: ["4", "8"], columns: ["0.1", "0.2 <b>"],
    cells: [[.quantity(.real(2)), .failed], [.quantity(.real(1)), .quantity(.real(3))]], isLargerBetter: false)

  @Test func tellsBarsAndHeatMapsInWords() {
    let figures = [CellOutput.bars(Self.bars), .heatMap(Self.map)].map { page(showing: $0) }
    #expect(
      figures.map { $0.elements.filter { $0.attributes["role"] == "img" }.map { $0.attributes["aria-label"] } } == [
        ["accuracy. a <b>: 0.5000 ± 0.2500; c: failed."],
        [
          "Loss, by units and rate. 3 numbers, lowest 1.0000 at units 8, rate 0.1, highest 3.0000 at units 8, rate 0.2 <b>. "
            + "The lowest is the best. 1 came to nothing."
        ],
      ])
    #expect(figures.map { $0.named("figcaption").map(\.text) } == [["Figure 1 Readings"], ["Figure 1 Loss"]])
  }

  @Test(arguments: [
    (ChartForm.text, ["pre", "pre"], []), (.svg, ["svg", "svg"], ["pre", "pre"]),
    (.both, ["pre", "pre", "svg", "svg"], []),
  ])
  func showsBarsAndHeatMapsAsThePageIsToldTo(form: ChartForm, shown: [String], folded: [String]) {
    for output in [CellOutput.bars(Self.bars), .heatMap(Self.map)] {
      let page = page(showing: output, charts: form)
      let drawings = page.elements.filter { ["pre", "svg"].contains($0.name) && $0.ancestors.contains("figure") }
      #expect(drawings.filter { !$0.ancestors.contains("details") }.map(\.name) == shown)
      #expect(drawings.filter { $0.ancestors.contains("details") }.map(\.name) == folded)
      #expect(drawings.allSatisfy { $0.attributes["aria-hidden"] == "true" })
      #expect(Set(drawings.map { $0.attributes["class"] }) == ["wide", "narrow"])
    }
  }

  @Test func foldsTheNumbersOfAHeatMapBelowIt() {
    let rows = page(showing: .heatMap(Self.map)).named("tr").filter {
      $0.ancestors.contains("tbody") && $0.ancestors.contains("figure") && $0.ancestors.contains("details")
    }
    #expect(rows.count == 2)
    #expect(page(showing: .bars(Self.bars)).named("details").allSatisfy { !$0.ancestors.contains("figure") })
    #expect(rows[0].text.contains("failed"))
    let chinese = page(showing: .heatMap(Self.map), language: "zh").named("tr").filter {
      $0.ancestors.contains("details")
    }
    #expect(chinese.contains { $0.text.contains("失败") } && !chinese.contains { $0.text.contains("failed") })
  }

  @Test func linesUpColumnsOfChinese() {
    let table = Table(
      caption: "表", columns: ["名称", "n"],
      rows: [[.text("损失"), .quantity(.count(1))], [.text("a"), .quantity(.count(20))]])
    #expect(
      TerminalText.lines(for: .table(table), width: 40) == ["表", "名称   n", "--------", "损失   1", "a     20"])
  }

  @Test(arguments: [1...4, 1...13]) func showsWhatATrainingMeasuredOnceInOneTable(steps: ClosedRange<Int>) throws {
    func chart(_ name: String, every distance: Int) -> Chart {
      let points = steps.filter { $0 % distance == 0 }.map { SeriesPoint(x: $0, y: Double($0) / 8) }
      return Chart(title: name, xLabel: "step", yLabel: name, series: [ChartSeries(name: name, points: points)])
    }
    let charts = [chart("loss", every: 1), chart("accuracy", every: 4)]
    let loss = Metric(name: "loss", form: .real, isLargerBetter: false)
    let result = CellResult(
      outputs: charts.map { .chart($0) }, series: [RecordedSeries(name: "loss", unit: .step, metric: loss)])
    let page = ParsedPage(ReportPage.html(for: SampleRun.report(of: [.cellFinished(0, result)])))
    let tables = page.named("table").filter { $0.ancestors.contains("section") }
    #expect(tables.count == 1)
    #expect(
      page.named("details").allSatisfy { !$0.ancestors.contains("figure") }, "nothing is left to fold below a chart")
    let isFolded = steps.count > 12
    #expect(tables.map { $0.ancestors.contains("details") } == [isFolded])
    let lines = try #require(tables.first).text.split(separator: "\n")
    #expect(lines.count == steps.count + (isFolded ? 1 : 2), "a heading and a row for each step")
    let folds = page.named("summary").map(\.text).filter { $0.hasPrefix("Table") }
    #expect(folds == (isFolded ? ["Table 1 loss, accuracy by step, 13 rows"] : []))
    let terminal = TerminalText.measuredLines(of: result)
    #expect(terminal.first == "loss, accuracy by step" && terminal.count == steps.count + 3)
  }

  @Test func namesATableForEachSeriesWhereOneOfAllWouldBeEmpty() {
    let series = (1...20).map { ChartSeries(name: "s\($0)", points: [SeriesPoint(x: $0, y: 1)]) }
    let loss = Metric(name: "loss", form: .real, isLargerBetter: false)
    let result = CellResult(
      outputs: [.chart(Chart(title: "Curves", xLabel: "step", yLabel: "y", series: series))],
      series: [RecordedSeries(name: "loss", unit: .step, metric: loss)])
    let page = ParsedPage(ReportPage.html(for: SampleRun.report(of: [.cellFinished(0, result)])))
    #expect(page.named("table").count { $0.ancestors.contains("section") } == 20)
  }

  @Test func standsDecimalPointsBelowOneAnother() {
    let column: [Quantity] = [.count(12), .real(0.5), .real(3.5e-7), .written("1e-3", 0.001), .real(.nan)]
    let table = Table(
      caption: "Table", columns: ["a", "b"], rows: column.map { [.text("x"), .quantity($0)] },
      footer: [.empty, .quantity(.count(7))])
    let page = page(showing: .table(table))
    let texts = page.named("td").filter { $0.ancestors.contains("section") && $0.attributes["class"] == nil }.map(
      \.text)
    #expect(
      texts == [
        "12\u{2008}" + String(repeating: "\u{2007}", count: 6), "0.5000\u{2007}\u{2007}", "3.500e-7",
        "1e-3\u{2007}\u{2007}\u{2007}\u{2007}", "not a number",
        "7\u{2008}" + String(repeating: "\u{2007}", count: 6),
      ])
    let lines = TerminalText.lines(for: .table(table), width: 80)
    #expect(lines.contains("x     12") && lines.contains("x      0.5000"))
  }

  private func page(showing output: CellOutput, charts: ChartForm = .text, language: String = "en") -> ParsedPage {
    let finished = RunEvent.cellFinished(0, CellResult(outputs: [output]))
    let header = SampleRun.header(charts: charts, language: language)
    return ParsedPage(ReportPage.html(for: SampleRun.report(of: [finished], header: header)))
  }
}
