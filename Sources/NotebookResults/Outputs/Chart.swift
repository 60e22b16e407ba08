/// One or more series of points over a common x axis.
package struct Chart: Sendable, Hashable, Codable {
  package let title: String
  /// What x counts, such as `step` or `epoch`.
  package let xLabel: String
  package let yLabel: String
  package let series: [ChartSeries]
  package let style: ChartStyle

  package init(
    title: String, xLabel: String, yLabel: String, series: [ChartSeries], style: ChartStyle = ChartStyle()
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.series = series
    self.style = style
  }
}

/// A named line of a chart.
package struct ChartSeries: Sendable, Hashable, Codable {
  package let name: String
  /// In ascending order of x; y may be NaN or infinite and is then left out.
  package let points: [SeriesPoint]

  package init(name: String, points: [SeriesPoint]) {
    self.name = name
    self.points = points
  }
}

/// A recorded number and the step it was recorded at.
package struct SeriesPoint: Sendable, Hashable, Codable {
  package let x: Int
  package let y: Double

  package init(x: Int, y: Double) {
    self.x = x
    self.y = y
  }
}
