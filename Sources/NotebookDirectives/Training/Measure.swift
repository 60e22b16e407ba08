import NotebookPlanning

/// A quantity to measure while training.
struct Measure: Sendable, Hashable {
  enum Subject: String, Sendable, CaseIterable {
    /// The training batch of the step, after its own update.
    case batch
    case train
    case validation
    case test
    /// One batch of test images, drawn like training batches.
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

  let subject: Subject
  let rule: MetricRule
  let timing: Timing

  static func name(_ subject: Subject, _ rule: MetricRule) -> String { "\(subject.rawValue)_\(rule.name)" }

  /// What the key of `report` and the recorded series are called.
  var name: String { Self.name(subject, rule) }
}
