import NotebookReport
import NotebookResults
import TestSupport
import Testing

@Suite struct AsciiChartTests {
  @Test(arguments: [
    Named("one-point", [series("accuracy", [0.5])]),
    Named("two-points", [series("accuracy", [0.1, 0.9])]),
    Named("many-points", [series("accuracy", (1...400).map { 1 - 1 / (1 + Double($0) / 40) })]),
    Named("constant", [series("loss", Array(repeating: 0.25, count: 10))]),
    Named("constant-zero", [series("loss", [0, 0, 0])]),
    Named("not-finite", [series("a", [2, 1.5, .nan, .nan, 1.2, .infinity, 1]), series("b", [.nan, -.infinity])]),
    Named("negative", [series("change", [-3, -1, 0.5, 2, -2.5])]),
    Named("huge", [series("sum", [1e12, 3.2e15, 7.9e15])]),
    Named("tiny", [series("rate", [1e-9, 5e-9, 2.5e-9])]),
    Named("extreme", [series("all", [-1e300, 1e300, 1e301]), series("small", [.leastNonzeroMagnitude])]),
    Named("three-series", threeSeries),
    Named("no-points", []),
    Named("no-number", [series("loss", [.nan])]),
  ])
  func drawsAsRecorded(series: Named<[ChartSeries]>) throws {
    try expectSnapshot(AsciiChart(chart(series.value)).text, named: "\(series.name).txt")
  }

  @Test func keepsToTheRangeItIsGivenAndCountsWhatLiesBeyond() throws {
    let points = Self.series("accuracy", [-0.5, 0, 0.5, 1, 1.5])
    try expectSnapshot(AsciiChart(chart([points], yRange: 0...1)).text, named: "given-range.txt")
    try expectSnapshot(AsciiChart(chart([points], yRange: 0.13...0.97)).text, named: "given-odd-range.txt")
  }

  @Test(arguments: [
    0.0...0, 1...1, -Double.infinity...Double.infinity, 0...Double.leastNonzeroMagnitude, -1e308...1e308,
  ])
  func drawsWithAnyRange(range: ClosedRange<Double>) {
    let lines = AsciiChart(chart([Self.series("a", [0, 1, 2])], yRange: range)).lines
    #expect(lines.count > 5)
  }

  @Test(arguments: [1, 20, 40, 72, 100], [1, 5, 18, 40])
  func staysWithinItsWidthAndHeight(width: Int, height: Int) {
    let long = Self.series("a", (0..<3_000).map { Double($0 % 37) })
    let lines = AsciiChart(chart([long, Self.series("b", [5, 9])]), width: width, height: height).lines
    let plot = lines.filter { $0.contains("|") || $0.contains("+") }
    #expect(plot.allSatisfy { $0.count <= max(width, 16) })
    #expect(plot.count <= max(height, 3) + 1)
    #expect(lines.joined().allSatisfy { $0.isASCII } && lines.allSatisfy { $0.last != " " })
  }

  @Test func showsStepsFarApart() {
    let points = [SeriesPoint(x: .min, y: 0), SeriesPoint(x: 0, y: 1), SeriesPoint(x: .max, y: 2)]
    let lines = AsciiChart(chart([ChartSeries(name: "a", points: points)])).lines
    #expect(lines.filter { $0.contains("*") }.count == 4)
  }

  private static let threeSeries = [
    series("lstm", [0.2, 0.5, 0.7, 0.8, 0.85]), series("gru", [0.2, 0.4, 0.7, 0.75, 0.9]),
    series("reported", [0.6, 0.6, 0.6, 0.6, 0.6]),
  ]

  private static func series(_ name: String, _ values: [Double]) -> ChartSeries {
    ChartSeries(name: name, points: values.enumerated().map { SeriesPoint(x: $0 + 1, y: $1) })
  }

  private func chart(_ series: [ChartSeries], yRange: ClosedRange<Double>? = nil) -> Chart {
    Chart(title: "Title", xLabel: "step", yLabel: "value", series: series, yRange: yRange)
  }
}
