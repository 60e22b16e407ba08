import NotebookResults

/// Bars with their numbers.
struct BarChartView: HTMLComponent {
  let chart: BarChart
  let form: ChartForm
  let mark: ExhibitMark
  let phrases: Phrases

  var body: [HTMLNode] {
    DrawingView(
      title: chart.title, summary: summary, form: form, mark: mark, phrases: phrases,
      drawing: { BarPlot(chart, width: $0).lines }, picture: BarSVG(chart: chart).body, numbers: [])
  }

  /// Every bar with its number.
  private var summary: String {
    let bars = chart.bars.map { "\($0.name): \(BarText($0).text(plusMinus: "±"))" }
    return "\(chart.label). \(bars.joined(separator: "; "))."
  }
}
