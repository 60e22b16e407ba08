package import Datasets
package import RecurrentEngine

/// How a cell trains, with every number decided.
package struct TrainingSchedule: Sendable, Hashable {
  package static let maximumSteps = 100_000_000

  package let steps: Int
  package let batch: Int
  /// Steps that count as one epoch.
  package let epochSteps: Int
  package let optimizer: Optimizer
  /// How images are changed before each step; nil leaves them as they are.
  package let augmentation: Augmentation?
  package let measures: [Measure]
}

/// A quantity to measure again and again while training.
package struct Measure: Sendable, Hashable {
  package enum Subject: String, Sendable, CaseIterable {
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

  package let subject: Subject
  /// Whether it is an accuracy; otherwise a loss.
  package let isAccuracy: Bool
  package let every: Interval

  static func name(_ subject: Subject, isAccuracy: Bool) -> String {
    "\(subject.rawValue)_\(isAccuracy ? "accuracy" : "loss")"
  }

  /// What the key of `report` and the recorded series are called.
  package var name: String { Self.name(subject, isAccuracy: isAccuracy) }
}

extension TrainingSchedule {
  /// Everything but the number of steps, under the names that a notebook gives it.
  var settings: [CellMeaning.Setting] {
    [CellMeaning.Setting("batch", "\(batch)"), CellMeaning.Setting("epoch_steps", "\(epochSteps)")]
      + optimizer.settings + (augmentation?.settings ?? [])
      + measures.map { CellMeaning.Setting("report \($0.name)", $0.every.phrase) }
  }
}
