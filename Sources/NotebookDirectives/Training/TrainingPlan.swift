import Datasets
import NotebookResults
import RecurrentEngine

/// How a cell trains, with every number decided.
struct TrainingPlan: Sendable {
  static let maximumSteps = 100_000_000

  let steps: Int
  let batch: Int
  /// Steps that count as one epoch.
  let epochSteps: Int
  let optimizer: any Optimizer
  /// How the learning rate goes.
  let schedule: LearningRateSchedule
  let clipping: GradientClipping?
  /// The share of each label that is spread over all classes, in updates alone: what is measured is held against the labels as they are.
  let labelSmoothing: Double
  /// How examples are changed in every draw; nil leaves them as they are.
  let augmentation: Augmentation?
  let measures: [Measure]
  let stop: EarlyStop?
  /// The name of what is measured and decides which weights are kept; nil keeps those after the last step.
  let keepsBest: String?

  /// The learning rate of a step, counted from 0.
  func learningRate(at step: Int) -> Double {
    schedule.rate(optimizer.learningRate, at: step, of: TrainingLength(total: steps, epoch: epochSteps))
  }

  /// The optimizer of a step, with the rate of that step.
  func adjustedOptimizer(at step: Int) -> any Optimizer {
    var optimizer = optimizer
    optimizer.learningRate = learningRate(at: step)
    return optimizer
  }

  /// Whether the norm of a step's gradient is reported; it cannot be known before the step whether the training stops there.
  func measuresNorm(after step: Int) -> Bool {
    measures.contains { $0.quantity == .update(.gradientNorm) && (stop != nil || isDue($0, after: step)) }
  }

  /// Whether something is measured after a step: when it is due, and in any case after the last one.
  private func isDue(_ measure: Measure, after step: Int) -> Bool {
    step == steps - 1 || measure.timing.isDue(after: step, epochSteps: epochSteps)
  }

  /// Whether whole parts of the data are measured after a step; where the training ends earlier than it might, it is not known of the last.
  func measuresParts(after step: Int) -> Bool {
    measures.contains { [.train, .validation, .test].contains($0.subject) && isDue($0, after: step) }
  }

  /// Whether the training ends after so many steps, of which there are more.
  func stops(after steps: Int, _ series: [RecordedSeries]) -> Bool {
    guard let stop, steps < self.steps, let index = measures.firstIndex(where: { $0.name == stop.measure }),
      series.indices.contains(index)
    else { return false }
    let due = measures[index].timing.dueCount(in: steps, epochSteps: epochSteps)
    return stop.isDue(after: series[index].points.prefix(due), of: measures[index].metric)
  }

  /// How often something is measured, that after the last step included; less often where it ends early.
  func pointCount(of measure: Measure) -> Int {
    let count = measure.timing.dueCount(in: steps, epochSteps: epochSteps)
    return steps > 0 && measure.timing.isDue(after: steps - 1, epochSteps: epochSteps) ? count : count + 1
  }
}
