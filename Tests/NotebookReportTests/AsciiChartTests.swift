import NotebookResults
import TestSupport
import Testing

@testable import NotebookReport

@Suite struct AsciiChartTests {
  @Test(arguments: [
    Named("one-point", [series("accuracy", [0.5])]),
    Named("two-points", [series("accuracy", [0.1, 0.9])]),
    Named("many-points", [series("accuracy", manyPoints)]),
    Named("constant", [series("loss", Array(repeating: 0.25, count: 10))]),
    Named("constant-zero", [series("loss", [0, 0, 0])]),
    Named("not-finite", [series("a", [2, 1.5, .nan, .nan, 1.2, .infinity, 1]), series("b", [.nan, -.infinity])]),
    Named("negative", [series("change", [-3, -1, 0.5, 2, -2.5])]),
    Named("huge", [series("sum", [1e12, 3.2e15, 7.9e15])]),
    Named("tiny", [series("rate", [1e-9, 5e-9, 2.5e-9])]),
    Named("extreme", [series("all", [-1e300, 1e300, 1e301]), series("small", [.leastNonzeroMagnitude])]),
    Named("three-series", threeSeries),
    Named("same-line-twice", [series("one", [1, 2, 4, 8, 8]), series("two", [1, 2, 4, 8, 8])]),
    Named("hidden", [series("all", [1, 1, 1]), series("point", [.nan, 1]), series("another", [.nan, 1])]),
    Named("ends-close", closeLines), Named("eight-lines", eightLines), Named("chinese-names", chineseNames),
    Named(
      "long-names", [series("a name that is longer than a third of the line", [1, 2, 3]), series("b", [3, 2, 1])]),
    Named("noisy-lines", noise(5)),
    Named("no-points", []),
    Named("no-number", [series("loss", [.nan])]),
  ])
  func drawsAsRecorded(series: Named<[ChartSeries]>) throws {
    try expectSnapshot(AsciiChart(chart(series.value)).text, named: "\(series.name).txt")
  }

  @Test(arguments: [
    Named("given-range", ChartStyle(yRange: 0...1)), Named("given-odd-range", ChartStyle(yRange: 0.13...0.97)),
    Named("given-steps", ChartStyle(xRange: 2...4)), Named("no-step-within", ChartStyle(xRange: 10...20)),
    Named("given-height", ChartStyle(rows: 8)),
  ])
  func keepsToWhatItIsGivenAndCountsWhatLiesBeyond(style: Named<ChartStyle>) throws {
    let points = Self.series("accuracy", [-0.5, 0, 0.5, 1, 1.5])
    try expectSnapshot(AsciiChart(chart([points], style.value)).text, named: "\(style.name).txt")
  }

  @Test(arguments: [
    Named("powers", [curve("loss") { 2.3 / (1 + $0 * $0) }]), Named("powers-few", [series("loss", [0.62, 0.6, 0.55])]),
    Named("powers-many", [series("a", [1e-290, 1, 1e290])]),
    Named("powers-of-some", [series("a", [-1, 0, 3, 30, .nan, 800])]), Named("powers-of-none", [series("a", [-1, 0])]),
  ])
  func drawsByPowersOfTen(series: Named<[ChartSeries]>) throws {
    try expectSnapshot(AsciiChart(chart(series.value, ChartStyle(yScale: .log))).text, named: "\(series.name).txt")
  }

  @Test func drawsByPowersOfTenWithinARange() throws {
    let loss = Self.curve("loss") { 2.3 / (1 + $0 * $0) }
    let style = ChartStyle(yRange: 0.6...0.9, yScale: .log)
    try expectSnapshot(AsciiChart(chart([loss], style)).text, named: "powers-within.txt")
  }

  @Test func givesEachSeriesAPlotOfItsOwnWhereItIsToldTo() throws {
    let chart = chart(Self.threeSeries, ChartStyle(panels: true))
    try expectSnapshot(AsciiChart(chart).text, named: "panels.txt")
    try expectSnapshot(AsciiChart(chart, width: 40).text, named: "panels-narrow.txt")
    let overlaid = AsciiChart(self.chart(Self.noise(5), ChartStyle(panels: false))).lines
    #expect(overlaid.contains { $0.contains("noise 4") } && overlaid.count < 36)
    #expect(AsciiChart(chart, height: 12).lines.count < 20, "strips that do not fit are drawn over one another")
  }

  @Test func drawsEachSeriesAsALineOfShadesWhereItIsToldTo() throws {
    let broken = Self.series("broken", [0.1, 0.4, .nan, 0.8, .nan, 0.6, 0.5])
    let strips = chart([broken] + Self.threeSeries, ChartStyle(strips: true))
    try expectSnapshot(AsciiChart(strips).text, named: "strips.txt")
    try expectSnapshot(
      AsciiChart(chart(Self.chineseNames, ChartStyle(strips: true)), width: 40).text, named: "strips-narrow.txt")
    let svg = ChartSVG(chart: strips).body.map(\.markup).joined(separator: "\n")
    try expectSnapshot(svg, named: "strips.svg")
    let flat = AsciiChart(chart([Self.series("a", [2, 2])], ChartStyle(strips: true))).lines
    #expect(flat.last == "  2.0000 +", "equal values have one shade")
  }

  @Test func drawsMeansOfSeveralPointsWhereItIsToldTo() throws {
    try expectSnapshot(
      AsciiChart(chart(Self.noise(1), ChartStyle(smoothing: 20))).text, named: "smooth.txt")
    let points = MovingMean.points(Self.series("a", [4, .nan, 2, 6, .infinity, 1]).points, over: 2).map(\.y)
    #expect(points[0] == 4 && points[1].isNaN && points[2] == 3 && points[3] == 4)
    #expect(points[4] == .infinity && points[5] == 3.5)
  }

  @Test func drawsLinesAsSVG() throws {
    let broken = Self.series("broken", [0.1, 0.4, .nan, 0.8, .nan, 0.6, 0.5])
    let svg = ChartSVG(chart: chart([broken] + Self.threeSeries)).body.map(\.markup).joined()
    try expectSnapshot(svg, named: "lines.svg")
  }

  @Test func drawsForANarrowPage() throws {
    try expectSnapshot(AsciiChart(chart(Self.threeSeries), width: 40).text, named: "narrow.txt")
  }

  @Test(arguments: [
    0.0...0, 1...1, -Double.infinity...Double.infinity, 0...Double.leastNonzeroMagnitude, -1e308...1e308,
  ])
  func drawsWithAnyRange(range: ClosedRange<Double>) {
    let lines = AsciiChart(chart([Self.series("a", [0, 1, 2])], ChartStyle(yRange: range))).lines
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
    #expect(lines.dropFirst().prefix(18).filter { $0.contains { "_-'".contains($0) } }.count > 10)
  }

  private static let threeSeries = [
    series("lstm", [0.2, 0.5, 0.7, 0.8, 0.85]), series("gru", [0.2, 0.4, 0.7, 0.75, 0.9]),
    series("reported", [0.6, 0.6, 0.6, 0.6, 0.6]),
  ]

  private static let manyPoints = (1...400).map { (step: Int) -> Double in 1 - 1 / (1 + Double(step) / 40) }

  private static let closeLines = (3..<9).map { (line: Int) -> ChartSeries in
    curve("unit \(line)") { (step: Double) -> Double in 1 - 1 / (1 + step * Double(line) / 90) }
  }
  private static let eightLines = (0..<8).map { (line: Int) -> ChartSeries in
    curve("rate \(line)") { (step: Double) -> Double in 0.3 + step * Double(line) / 400 }
  }
  private static let chineseNames: [ChartSeries] = [
    curve("损失") { (step: Double) -> Double in 1 / (1 + step / 9) },
    curve("准确率，测试") { (step: Double) -> Double in 1 - 1 / (1 + step / 9) },
  ]

  private static func series(_ name: String, _ values: [Double]) -> ChartSeries {
    ChartSeries(name: name, points: values.enumerated().map { SeriesPoint(x: $0 + 1, y: $1) })
  }

  /// Values over 100 steps.
  private static func curve(_ name: String, _ value: (Double) -> Double) -> ChartSeries {
    series(name, (1...100).map { value(Double($0)) })
  }

  /// Series of 300 values that jump up and down.
  private static func noise(_ count: Int) -> [ChartSeries] {
    (0..<count).map { (line: Int) -> ChartSeries in
      let values = (0..<300).map { (step: Int) -> Double in
        let remainder = (step * step * (line + 7) + 31 * line) % 97
        return Double(remainder) / 97
      }
      return series("noise \(line)", values)
    }
  }

  private func chart(_ series: [ChartSeries], _ style: ChartStyle = ChartStyle()) -> Chart {
    Chart(title: "Title", xLabel: "step", yLabel: "value", series: series, style: style)
  }
}
