import NotebookPlanning

/// Every course that a learning rate can take.
enum ScheduleRegistry {
  static let registry = KindRegistry<any LearningRateCourse>(
    "schedule",
    [
      StaircaseSchedule.self,
      ExponentialSchedule.self,
      LinearSchedule.self,
      CosineSchedule.self,
    ])

  /// Where the rate ends.
  static let final = DeclaredOption(
    "to", .number(0...1e6), default: 0, "The learning rate after the last step.",
    examples: OptionExamples(["0.0001", "0.0002"]), alsoKnownAs: ["eta_min", "min_lr", "end_learning_rate", "final"])
  static let every = DeclaredOption(
    "every", .figureInterval, "How long it takes, in steps or epochs.", isRequired: true,
    suggestion: "write 'every: 1 epochs'", alsoKnownAs: ["step_size", "decay_steps", "period"])
  static let factor = DeclaredOption(
    "factor", .number(1e-9...1), "What the rate is multiplied by each time.", isRequired: true,
    examples: OptionExamples(["0.5", "0.25"]), alsoKnownAs: ["gamma", "decay_rate", "decay"])
}
