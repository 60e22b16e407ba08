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
  /// In ascending order of x.
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
      return value(at: place).map(quantity)
    case .mean(let places):
      let values = points[firstIndex(from: places.lowerBound)...].prefix { $0.x <= places.upperBound }.map(\.y)
      guard !values.isEmpty, let last = points.last, last.x >= places.upperBound else { return nil }
      return quantity(values.reduce(0, +) / Double(values.count))
    }
  }

  /// What was recorded at a place.
  package func value(at place: Int) -> Double? {
    let index = firstIndex(from: place)
    return points.indices.contains(index) && points[index].x == place ? points[index].y : nil
  }

  /// Where the points begin that are recorded at a place or after it.
  private func firstIndex(from place: Int) -> Int {
    var range = points.startIndex..<points.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = points[middle].x < place ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  package var best: Double? { metric.best(of: points.map(\.y)) }
}
