import NotebookResults

/// What of a chart is drawn, and how far its axes have to reach.
struct ChartContents {
  /// The points of each series, smoothed where the chart says so.
  let series: [[SeriesPoint]]
  let steps: ClosedRange<Int>
  let scale: ValueScale
  /// What the y axis has to cover.
  let values: ClosedRange<Double>
  /// Whether somebody asked for just these values.
  private let isExact: Bool

  /// Nil when there is nothing to draw.
  init?(_ chart: Chart) {
    let style = chart.style
    let scale = ValueScale(style.yScale)
    let series = chart.series.map { MovingMean.points($0.points, over: style.smoothing ?? 1) }
    let drawable = series.joined().filter { scale.canShow($0.y) && (style.xRange?.contains($0.x) ?? true) }
    guard let first = drawable.first else { return nil }
    self.series = series
    self.scale = scale
    steps = style.xRange ?? drawable.reduce(first.x...first.x) { min($0.lowerBound, $1.x)...max($0.upperBound, $1.x) }
    if let asked = style.yRange, scale.canShow(asked.lowerBound), scale.canShow(asked.upperBound) {
      (values, isExact) = (asked, true)
    } else {
      values = drawable.reduce(first.y...first.y) { min($0.lowerBound, $1.y)...max($0.upperBound, $1.y) }
      isExact = false
    }
  }

  func valueAxis(height: Int) -> ValueAxis {
    ValueAxis(values: values, scale: scale, isExact: isExact, height: max(3, height))
  }

  /// The axis that ends just where the values do, in which shades are as far apart as they can be.
  var shadeAxis: ValueAxis { ValueAxis(values: values, scale: scale, isExact: true, height: ShadeRamp.count) }

  func plotted(steps: StepAxis, values: ValueAxis) -> [PlottedSeries] {
    series.map { PlottedSeries($0, steps: steps, values: values) }
  }

  /// Why a chart has nothing to draw.
  static func whatIsMissing(in chart: Chart, _ words: DrawingPhrases.Lines) -> String {
    if chart.series.allSatisfy(\.points.isEmpty) { return words.noPoints }
    let (scale, finite) = (ValueScale(chart.style.yScale), ValueScale.linear)
    let points = chart.series.flatMap(\.points)
    if points.contains(where: { scale.canShow($0.y) }) { return words.noneWithin }
    return points.contains { finite.canShow($0.y) } ? words.noneAboveZero : words.noneFinite
  }
}
