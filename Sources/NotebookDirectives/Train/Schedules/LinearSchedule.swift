import NotebookPlanning

/// `linear`.
enum LinearSchedule: KindSpelling {
  static let keyword = "linear"
  static let alsoKnownAs = ["polynomial", "linear_decay"]
  static let summary = "Lets the rate fall in a straight line to another at the end of the training."
  static let dependsOnLength = true
  static let options: [any OptionDeclaration] = [ScheduleRegistry.final]

  static func make(_ values: inout OptionValues) -> (any LearningRateCourse)? {
    LinearCourse(final: values[ScheduleRegistry.final])
  }
}

private struct LinearCourse: LearningRateCourse {
  let final: Double

  func rate(_ rate: Double, at step: Int, of length: TrainingLength) -> Double {
    rate + (final - rate) * Double(step) / Double(length.total)
  }
}
