/// What somebody asked of the drawing of a chart; what is nil follows from what is drawn.
package struct ChartStyle: Sendable, Hashable, Codable {
  /// How values stand on the y axis.
  package enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    case linear
    /// By their powers of ten; what is not above 0 is left out.
    case log
  }

  /// The x axis from and to.
  package var xRange: ClosedRange<Int>?
  /// The y axis from and to.
  package var yRange: ClosedRange<Double>?
  /// Nil is linear.
  package var yScale: Scale?
  /// Rows of the plot, or of each where every series has its own.
  package var rows: Int?
  /// Whether every series has a plot of its own.
  package var panels: Bool?
  /// Whether every series is a line of shades.
  package var strips: Bool?
  /// How many points each one that is drawn is the mean of.
  package var smoothing: Int?

  package init(
    xRange: ClosedRange<Int>? = nil, yRange: ClosedRange<Double>? = nil, yScale: Scale? = nil, rows: Int? = nil,
    panels: Bool? = nil, strips: Bool? = nil, smoothing: Int? = nil
  ) {
    self.xRange = xRange
    self.yRange = yRange
    self.yScale = yScale
    self.rows = rows
    self.panels = panels
    self.strips = strips
    self.smoothing = smoothing
  }
}
