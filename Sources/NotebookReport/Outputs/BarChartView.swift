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
      drawing: { BarPlot(chart, width: $0, in: words).lines }, picture: BarSVG(chart: chart, words: words).body,
      numbers: [])
  }

  private var words: DrawingPhrases.Bars { phrases.drawing.bars }

  /// Every bar with its number.
  private var summary: String {
    let bars = chart.bars.map { "\($0.name): \(BarText($0, in: words).text(plusMinus: "±"))" }
    return "\(chart.label). \(bars.joined(separator: "; "))."
  }
}
