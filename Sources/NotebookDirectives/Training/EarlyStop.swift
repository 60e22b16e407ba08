import NotebookResults

/// When a training ends before its last step: when a quantity has not become better for so many measurements.
struct EarlyStop: Sendable, Hashable {
  /// The name of what is measured.
  let measure: String
  let patience: Int

  /// Whether it is time, after these measurements.
  func isDue(after points: some RandomAccessCollection<SeriesPoint>, of metric: Metric) -> Bool {
    guard points.count > patience else { return false }
    let best = metric.best(of: points.map(\.y))
    let place = points.firstIndex { $0.y == best } ?? points.startIndex
    return points.distance(from: place, to: points.endIndex) > patience
  }
}
