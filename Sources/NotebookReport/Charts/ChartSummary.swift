import NotebookResults

/// A chart in words, for readers who do not see it.
enum ChartSummary {
  /// What the axes show and, for each series, where it begins, ends and is lowest and highest.
  static func text(_ chart: Chart, in words: DrawingPhrases.Lines) -> String {
    ([words.axes(chart.yLabel, chart.xLabel)] + chart.series.map { sentence($0, xLabel: chart.xLabel, in: words) })
      .joined(separator: " ")
  }

  private static func sentence(_ series: ChartSeries, xLabel: String, in words: DrawingPhrases.Lines) -> String {
    let points = series.points.filter { $0.y.isFinite }
    guard let first = points.first, let last = points.last else { return words.noNumbers(series.name) }
    func place(_ point: SeriesPoint) -> String {
      words.place(QuantityText.real(point.y), xLabel, DecimalText.grouped(point.x))
    }
    guard points.count > 1 else { return words.onePlace(series.name, place(first)) }
    let lowest = points.reduce(first) { $1.y < $0.y ? $1 : $0 }
    let highest = points.reduce(first) { $1.y > $0.y ? $1 : $0 }
    return words.places(
      series.name, "\(points.count)", place(first), place(last), place(lowest), place(highest))
  }
}
