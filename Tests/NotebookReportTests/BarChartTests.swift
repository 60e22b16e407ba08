import NotebookResults
import TestSupport
import Testing

@testable import NotebookReport

@Suite struct BarChartTests {
  @Test(arguments: [
    Named("bars", [bar("simple_rnn", 0.8123), bar("lstm", 0.9421), bar("gru", 0.93)]),
    Named("bars-of-means", [bar("rate=0.01", 0.91, 0.004), bar("rate=0.1", 0.62, 0.21), bar("rate=1", 0.1, 0)]),
    Named("bars-below-zero", [bar("a", -3), bar("b", 2, 1.5), bar("c", -0.5, 1), bar("d", 0)]),
    Named("bars-all-below-zero", [bar("a", -3), bar("b", -1)]),
    Named("bar-alone", [bar("loss", 2.3)]),
    Named("bars-equal", [bar("a", 0.25), bar("b", 0.25)]),
    Named("bars-of-nothing", [bar("a", 0), bar("b", 0)]),
    Named("bars-without-numbers", [bar("a", .nan), bar("b", -.infinity), BarChart.Bar(name: "c", quantity: nil)]),
    Named("bars-huge", [bar("a", 1e300), bar("b", 1e301), bar("c", 3e15)]),
    Named("bars-chinese", [bar("准确率，测试", 0.91), bar("lstm", 0.85, 0.01)]),
    Named("bars-long-names", [bar("a name that is longer than a third of the line", 3), bar("b", 1, 1)]),
    Named("bars-counts", [BarChart.Bar(name: "LSTM", quantity: .count(28_360)), bar("GRU", 21_300)]),
  ])
  func drawsBarsAsRecorded(bars: Named<[BarChart.Bar]>) throws {
    let chart = Self.chart(bars.value)
    let drawings = [PlotSize.page, PlotSize.phone].map { Self.text(chart, $0) }
    try expectSnapshot(drawings.joined(separator: "\n\n"), named: "\(bars.name).txt")
  }

  @Test(arguments: [
    Named("bars-within-a-range", chart(spread, range: 0.8...1)), Named("bars-by-powers", chart(spread, scale: .log)),
    Named("bars-by-powers-within", chart(spread, range: 0.1...0.9, scale: .log)),
    Named("bars-of-a-range-below-zero", chart(spread, range: -2...(-1))),
  ])
  func keepsToTheAxisThatItIsGivenAndSaysWhatLiesBeyond(chart: Named<BarChart>) throws {
    try expectSnapshot(Self.text(chart.value, PlotSize.page), named: "\(chart.name).txt")
  }

  @Test(arguments: [0.0...0, -1e308...1e308, 0...Double.leastNonzeroMagnitude, -Double.infinity...Double.infinity])
  func drawsBarsWithAnyRange(range: ClosedRange<Double>) {
    for scale in ChartStyle.Scale.allCases {
      let lines = BarPlot(Self.chart([Self.bar("a", 0.5), Self.bar("b", 2)], range: range, scale: scale), width: 40)
        .lines
      #expect(lines.count >= 5 && lines.allSatisfy { $0.text.count <= 40 })
    }
  }

  @Test func drawsBarsAsSVG() throws {
    let bars = [
      Self.bar("a", 0.5, 0.1), Self.bar("b", -0.25), Self.bar("c", 2), BarChart.Bar(name: "d", quantity: nil),
    ]
    let svg = BarSVG(chart: Self.chart(bars, range: -1...1)).body.map(\.markup).joined(separator: "\n")
    try expectSnapshot(svg, named: "bars.svg")
  }

  private static let spread = [bar("a", 0.5), bar("b", 0.9, 0.02), bar("c", 1.2), bar("d", -1.5)]

  private static func bar(_ name: String, _ number: Double, _ deviation: Double? = nil) -> BarChart.Bar {
    BarChart.Bar(name: name, quantity: .real(number), deviation: deviation)
  }

  private static func chart(
    _ bars: [BarChart.Bar], range: ClosedRange<Double>? = nil, scale: ChartStyle.Scale = .linear
  ) -> BarChart {
    BarChart(title: "Title", label: "value", bars: bars, range: range, scale: scale)
  }

  private static func text(_ chart: BarChart, _ width: Int) -> String {
    BarPlot(chart, width: width).lines.map(\.text).joined(separator: "\n")
  }
}
