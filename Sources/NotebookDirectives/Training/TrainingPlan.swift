import Datasets
import RecurrentEngine

/// How a cell trains, with every number decided.
struct TrainingPlan: Sendable {
  static let maximumSteps = 100_000_000

  let steps: Int
  let batch: Int
  /// Steps that count as one epoch.
  let epochSteps: Int
  let optimizer: any Optimizer
  /// How examples are changed in every draw; nil leaves them as they are.
  let augmentation: Augmentation?
  let measures: [Measure]
}
