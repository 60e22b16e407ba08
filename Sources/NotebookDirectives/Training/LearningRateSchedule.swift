import NotebookPlanning

/// How the learning rate goes while a training goes on: up at first where there is a warm-up, and then its course.
struct LearningRateSchedule: Sendable {
  /// How long it rises to the optimizer's own.
  let warmUp: Interval?
  /// What it does then; nil leaves it as it is.
  let course: (any LearningRateCourse)?

  /// The rate of a step, counted from 0, where the optimizer's own is `rate`.
  func rate(_ rate: Double, at step: Int, of length: TrainingLength) -> Double {
    let rising = warmUp.map { length.steps(of: $0) } ?? 0
    guard step >= rising else { return rate * Double(step + 1) / Double(rising) }
    let rest = TrainingLength(total: max(1, length.total - rising), epoch: length.epoch)
    return course?.rate(rate, at: step - rising, of: rest) ?? rate
  }
}

/// What a learning rate does after the warm-up.
protocol LearningRateCourse: Sendable {
  /// The rate of a step, counted from 0, where the optimizer's own is `rate`.
  func rate(_ rate: Double, at step: Int, of length: TrainingLength) -> Double
}

/// How long a training is, in steps.
struct TrainingLength: Sendable, Hashable {
  let total: Int
  /// The steps of an epoch.
  let epoch: Int

  /// How many steps an interval is.
  func steps(of interval: Interval) -> Int {
    switch interval {
    case .steps(let count): count
    case .epochs(let count): count.multipliedReportingOverflow(by: epoch).overflow ? Int.max : count * epoch
    }
  }
}
