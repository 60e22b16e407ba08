import NotebookPlanning
import NotebookResults

/// A quantity to measure while training.
struct Measure: Sendable, Hashable {
  enum Subject: String, Sendable, CaseIterable {
    /// The training batch of the step, after its own update.
    case batch
    case train
    case validation
    case test
    /// One batch of test examples, drawn like training batches.
    case testBatch = "test_batch"

    var split: DatasetSplit? {
      switch self {
      case .batch: nil
      case .train: .train
      case .validation: .validation
      case .test, .testBatch: .test
      }
    }
  }

  /// What there is to measure.
  enum Quantity: Sendable, Hashable {
    case evaluation(of: Subject, by: MetricRule)
    case update(UpdateMetric)

    /// What the key of `report` and the recorded series are called.
    var name: String {
      switch self {
      case .evaluation(let subject, let rule): "\(subject.rawValue)_\(rule.name)"
      case .update(let metric): metric.metric.name
      }
    }
  }

  let quantity: Quantity
  let timing: Timing

  var name: String { quantity.name }

  var metric: Metric {
    switch quantity {
    case .evaluation(_, let rule): rule.metric
    case .update(let metric): metric.metric
    }
  }

  /// What is evaluated; nil where nothing is.
  var subject: Subject? {
    if case .evaluation(let subject, _) = quantity { subject } else { nil }
  }
}
