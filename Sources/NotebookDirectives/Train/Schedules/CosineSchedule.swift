import NotebookPlanning
import SeededRandom

/// `cosine`.
enum CosineSchedule: KindSpelling {
  static let keyword = "cosine"
  static let alsoKnownAs = ["cosine_annealing", "cosine_decay", "one_cycle"]
  static let summary =
    "Lets the rate fall along half a cosine, slowly at first and at the end, to another at the end of the training."
  static let dependsOnLength = true
  static let options: [any OptionDeclaration] = [ScheduleRegistry.final]

  static func make(_ values: inout OptionValues) -> (any LearningRateCourse)? {
    CosineCourse(final: values[ScheduleRegistry.final])
  }
}

private struct CosineCourse: LearningRateCourse {
  let final: Double

  func rate(_ rate: Double, at step: Int, of length: TrainingLength) -> Double {
    let angle = Double.pi * Double(step) / Double(length.total)
    return final + (rate - final) * (1 + PortableMath.sineCosine(angle).cosine) / 2
  }
}
