import NotebookResults
import NotebookSyntax

/// What a drawing calls a series: its name and the last number of what the x axis has, in which nothing breaks a line.
struct SeriesName {
  let name: String
  let last: String?

  init(_ series: ChartSeries, in chart: Chart) {
    name = VisibleText.escaping(series.name)
    last = series.points.last { $0.y.isFinite && chart.style.xRange?.contains($0.x) ?? true }.map {
      QuantityText.real($0.y)
    }
  }

  /// Name and number.
  var text: String { last.map { "\(name)  \($0)" } ?? name }
}
