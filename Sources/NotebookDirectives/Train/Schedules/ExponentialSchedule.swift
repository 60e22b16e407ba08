import NotebookPlanning
import SeededRandom

/// `exponential`.
enum ExponentialSchedule: KindSpelling {
  static let keyword = "exponential"
  static let alsoKnownAs = ["exponential_decay", "exponential_lr"]
  static let summary = "Lets the rate fall evenly by a factor in so many steps, a little at each."
  static let options: [any OptionDeclaration] = [
    ScheduleRegistry.every, ScheduleRegistry.factor,
  ]

  static func make(_ values: inout OptionValues) -> (any LearningRateCourse)? {
    guard let every = values[ScheduleRegistry.every], let factor = values[ScheduleRegistry.factor] else { return nil }
    return ExponentialCourse(every: every, factor: factor)
  }
}

private struct ExponentialCourse: LearningRateCourse {
  let every: Interval
  let factor: Double

  func rate(_ rate: Double, at step: Int, of length: TrainingLength) -> Double {
    let (times, rest) = step.quotientAndRemainder(dividingBy: length.steps(of: every))
    let share = Double(rest) / Double(length.steps(of: every))
    return rate * factor.raised(to: times) * PortableMath.exp(share * PortableMath.log(factor))
  }
}
