import NotebookResults

/// A chart in words, for readers who do not see it.
enum ChartSummary {
  /// What the axes show and, for each series, where it begins, ends and is lowest and highest.
  static func text(_ chart: Chart) -> String {
    (["\(chart.yLabel) by \(chart.xLabel)."] + chart.series.map { sentence($0, xLabel: chart.xLabel) })
      .joined(separator: " ")
  }

  private static func sentence(_ series: ChartSeries, xLabel: String) -> String {
    let points = series.points.filter { $0.y.isFinite }
    guard let first = points.first, let last = points.last else { return "\(series.name): no numbers." }
    func place(_ point: SeriesPoint) -> String {
      "\(QuantityText.real(point.y)) at \(xLabel) \(DecimalText.grouped(point.x))"
    }
    guard points.count > 1 else { return "\(series.name): \(place(first))." }
    let lowest = points.reduce(first) { $1.y < $0.y ? $1 : $0 }
    let highest = points.reduce(first) { $1.y > $0.y ? $1 : $0 }
    return "\(series.name): \(points.count) points from \(place(first)) to \(place(last)), "
      + "lowest \(place(lowest)), highest \(place(highest))."
  }
}
