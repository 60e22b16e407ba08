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

  private static let passage = Passage(
    caption: "40 characters", start: "Once\nupon",
    text: " <b>a time</b> there was a\tvery\u{1B}[31m long word: Donaudampfschiff")

  @Test func showsATextAfterWhatItWasGiven() {
    let page = page(showing: .passage(Self.passage))
    let texts = page.elements.filter { $0.name == "pre" && $0.ancestors.contains("figure") }.map(\.text)
    #expect(texts == ["Once\nupon <b>a time</b> there was a\tvery\u{FFFD}[31m long word: Donaudampfschiff"])
    let given = page.elements.filter { $0.name == "b" && $0.ancestors.contains("figure") }.map(\.text)
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
      cells.map { $0.attributes["class"] } == [nil, "number", "number shade-4", "number", "number shade-8", "number"])
  }

  @Test func drawsAPictureAsOnePathOfStrokesForEachGrey() {
    let picture = PictureStrip.Picture(rows: 2, columns: 3, pixels: [255, 255, 0, 0, 128, 255], label: "7")
    let page = page(showing: .pictures(PictureStrip(caption: "Digits", pictures: [picture])))
    #expect(page.named("svg").map { $0.attributes["viewBox"] } == ["0 -0.5 3 2"])
    #expect(page.named("path").map { $0.attributes["d"] } == ["M1 1h1", "M0 0h2M2 1h1"])
    #expect(page.named("path").map { $0.attributes["stroke-opacity"] } == ["0.5", nil])
  }

  @Test func tellsAChartInWords() {
    let points = [0.5, .nan, 0.9, 0.7].enumerated().map { SeriesPoint(x: $0 * 1_000, y: $1) }
    let chart = Chart(
      title: "Curve", xLabel: "step", yLabel: "accuracy", series: [ChartSeries(name: "test", points: points)])
    let figure = page(showing: .chart(chart)).named("figure").first
    #expect(
      figure?.attributes["aria-label"]
        == "Curve: accuracy by step. test: 3 points from 0.5000 at step 0 to 0.7000 at step 3,000, "
        + "lowest 0.5000 at step 0, highest 0.9000 at step 2,000.")
  }

  @Test(arguments: [(24, "tr"), (400, "dt")])
  func listsEveryPointOfAChart(count: Int, element: String) {
    let points = (1...count).map { SeriesPoint(x: $0, y: Double($0) / 8) }
    let chart = Chart(title: "Curve", xLabel: "x", yLabel: "y", series: [ChartSeries(name: "a", points: points)])
    let listed = page(showing: .chart(chart)).named(element).filter {
      $0.ancestors.contains("tbody") && $0.ancestors.contains("section") || $0.name == "dt"
    }
    #expect(listed.count == count)
  }

  private func page(showing output: CellOutput) -> ParsedPage {
    let result = CellResult(outputs: [output])
    return ParsedPage(ReportPage.html(for: SampleRun.report(of: [.cellFinished(0, result)])))
  }
}
