import NotebookPlanning

/// `staircase`.
enum StaircaseSchedule: KindSpelling {
  static let keyword = "staircase"
  static let alsoKnownAs = ["step", "steps", "step_lr", "multi_step", "piecewise", "piecewise_constant"]
  static let summary = "Multiplies the rate by a factor again and again, and leaves it as it is in between."
  static let options: [any OptionDeclaration] = [
    ScheduleRegistry.every, ScheduleRegistry.factor,
  ]

  static func make(_ values: inout OptionValues) -> (any LearningRateCourse)? {
    guard let every = values[ScheduleRegistry.every], let factor = values[ScheduleRegistry.factor] else { return nil }
    return StaircaseCourse(every: every, factor: factor)
  }
}

private struct StaircaseCourse: LearningRateCourse {
  let every: Interval
  let factor: Double

  func rate(_ rate: Double, at step: Int, of length: TrainingLength) -> Double {
    rate * factor.raised(to: step / length.steps(of: every))
  }
}

extension Double {
  /// A whole power, by repeated squaring.
  func raised(to exponent: Int) -> Double {
    var (power, square, remaining) = (1.0, self, exponent)
    while remaining > 0 {
      if remaining % 2 == 1 { power *= square }
      square *= square
      remaining /= 2
    }
    return power
  }
}
