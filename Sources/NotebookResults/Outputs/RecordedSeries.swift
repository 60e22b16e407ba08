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

  package var best: Double? { metric.best(of: points.map(\.y)) }
}
