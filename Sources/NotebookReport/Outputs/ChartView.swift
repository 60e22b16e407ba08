import NotebookResults

/// A chart in characters, drawn for wide and for narrow pages, or as SVG, with its main facts in words and the numbers behind it.
struct ChartView: HTMLComponent {
  let chart: Chart
  let form: ChartForm
  let mark: ExhibitMark
  /// Whether its numbers are folded below it, and not in a table of their own.
  let showsNumbers: Bool
  let phrases: Phrases

  var body: [HTMLNode] {
    DrawingView(
      title: chart.title, summary: ChartSummary.text(chart, in: phrases.drawing.lines), form: form, mark: mark,
      phrases: phrases,
      drawing: { AsciiChart(chart, width: $0, in: phrases.drawing.lines).drawing },
      picture: ChartSVG(chart: chart).body,
      numbers: showsNumbers ? ChartNumbers(chart: chart).body : [])
  }
}
