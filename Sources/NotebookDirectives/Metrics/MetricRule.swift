import NotebookPlanning
import NotebookResults

/// A metric, and how it follows from an evaluation.
struct MetricRule: Sendable {
  let metric: Metric
  /// What it is, in words that a sentence can go on from.
  let summary: String
  /// What the cell of an example needs for it to make sense.
  let exampleCell: [ExampleOption]
  /// What of the example of `report` it cannot stand beside there.
  let exampleWithout: [String]
  let value: @Sendable (SplitEvaluation) -> Double

  init(
    _ metric: Metric, _ summary: String, exampleCell: [ExampleOption] = [], exampleWithout: [String] = [],
    value: @escaping @Sendable (SplitEvaluation) -> Double
  ) {
    self.metric = metric
    self.summary = summary
    self.exampleCell = exampleCell
    self.exampleWithout = exampleWithout
    self.value = value
  }

  var name: String { metric.name }
}

extension MetricRule: Hashable {
  static func == (first: MetricRule, second: MetricRule) -> Bool { first.metric == second.metric }

  func hash(into hasher: inout Hasher) { hasher.combine(metric) }
}
