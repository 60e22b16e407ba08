import NotebookResults

/// When a training ends before its last step: when a quantity has not become better for so many measurements.
struct EarlyStop: Sendable, Hashable {
  /// The name of what is measured.
  let measure: String
  let patience: Int

  /// Whether it is time, after these measurements, where it was not time after fewer of them.
  ///
  /// So the best is none that came before the last `patience` and one more, and no other need be looked at.
  func isDue(after points: some RandomAccessCollection<SeriesPoint>, of metric: Metric) -> Bool {
    let latest = points.suffix(patience + 1)
    guard latest.count > patience, let first = latest.first else { return false }
    return !latest.dropFirst().contains { metric.isBetter($0.y, than: first.y) }
  }
}
