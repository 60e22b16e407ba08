package import NotebookSyntax

/// A quantity measured again and again while a cell trained.
package struct RecordedSeries: Sendable, Hashable, Codable {
  /// What x counts, from 0.
  package enum Unit: String, Sendable, Hashable, Codable {
    case step
    case epoch
  }

  package let name: String
  package let unit: Unit
  package let metric: Metric
  package var points: [SeriesPoint]

  package init(name: String, unit: Unit, metric: Metric, points: [SeriesPoint] = []) {
    self.name = name
    self.unit = unit
    self.metric = metric
    self.points = points
  }

  package func quantity(_ value: Double) -> Quantity { metric.quantity(value) }

  /// A number out of it; nil when nothing was recorded there, or not as far as the range of a mean goes.
  package func quantity(_ excerpt: SeriesExcerpt) -> Quantity? {
    switch excerpt {
    case .value(let place):
      return points.first { $0.x == place }.map { quantity($0.y) }
    case .mean(let places):
      let values = points.filter { places.contains($0.x) }.map(\.y)
      guard !values.isEmpty, let last = points.last, last.x >= places.upperBound else { return nil }
      return quantity(values.reduce(0, +) / Double(values.count))
    }
  }

  package var best: Double? { metric.best(of: points.map(\.y)) }
}
