package import NotebookResults

/// Runs points, several at a time, each as a run of its own would go.
package protocol PointCrew: AnyObject {
  /// What became of a point, once it has come to its end; nil when it has not within that time.
  func outcome(of index: Int, within time: Duration) -> PointOutcome?

  /// The points that are begun, and how far each is.
  var underWay: [CellProgress.Part] { get }

  /// Stands still until the next outcome is asked for; what is begun is kept and goes on then.
  func rest()
}

/// What became of a point.
package struct PointOutcome: Sendable, Hashable, Codable {
  /// By the name under which each was collected.
  package var numbers: [String: Quantity] = [:]
  package var series: [String: RecordedSeries] = [:]
  /// Why there is nothing of it.
  package var failure: String?

  package init() {}

  package init(failure: String) {
    self.failure = failure
  }
}
