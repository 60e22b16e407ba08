/// Numbers beside one another, each as a bar.
package struct BarChart: Sendable, Hashable, Codable {
  package struct Bar: Sendable, Hashable, Codable {
    package let name: String
    /// Nil where nothing came of it.
    package let quantity: Quantity?
    /// The standard deviation, of a mean over seeds.
    package let deviation: Double?

    package init(name: String, quantity: Quantity?, deviation: Double? = nil) {
      self.name = name
      self.quantity = quantity
      self.deviation = deviation
    }

    /// The standard deviation of a finite number, if it is one itself.
    package var drawnDeviation: Double? {
      guard let number = quantity?.number, number.isFinite, let deviation, deviation.isFinite else { return nil }
      return deviation
    }
  }

  package let title: String
  /// What the numbers are, such as `accuracy`.
  package let label: String
  package let bars: [Bar]
  /// The axis from and to; nil follows from the numbers, and from 0.
  package let range: ClosedRange<Double>?
  package let scale: ChartStyle.Scale

  package init(
    title: String, label: String, bars: [Bar], range: ClosedRange<Double>? = nil, scale: ChartStyle.Scale = .linear
  ) {
    self.title = title
    self.label = label
    self.bars = bars
    self.range = range
    self.scale = scale
  }
}
