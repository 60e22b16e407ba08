/// A quantity measured again and again while a cell trained.
package struct RecordedSeries: Sendable, Hashable, Codable {
  /// What x counts, from 0.
  package enum Unit: String, Sendable, Hashable, Codable {
    case step
    case epoch
  }

  package let name: String
  package let unit: Unit
  /// Whether it is an accuracy, a share from 0 to 1; otherwise a loss.
  package let isAccuracy: Bool
  package var points: [SeriesPoint]

  package init(name: String, unit: Unit, isAccuracy: Bool, points: [SeriesPoint] = []) {
    self.name = name
    self.unit = unit
    self.isAccuracy = isAccuracy
    self.points = points
  }

  package func quantity(_ value: Double) -> Quantity {
    isAccuracy ? .fraction(value) : .real(value)
  }

  /// The largest accuracy or the smallest loss.
  package var best: Double? {
    isAccuracy ? points.map(\.y).max() : points.map(\.y).min()
  }
}
