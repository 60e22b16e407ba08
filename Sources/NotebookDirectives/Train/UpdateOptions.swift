import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// The options that say what becomes of a gradient.
enum UpdateOptions {
  static let optimizer = DeclaredOption(
    "optimizer", OptimizerRegistry.registry.type(isFlat: true), default: NestedValue(AdamOptimizer.self),
    "What each update does with the gradient.", alsoKnownAs: ["optim", "opt", "algorithm"])
  static let schedule = DeclaredOption(
    "schedule", ScheduleRegistry.registry.type,
    "How the learning rate goes on from the optimizer's own.", otherwise: "it stays as it is",
    alsoKnownAs: ["scheduler", "lr_schedule", "lr_scheduler", "lr_decay", "learning_rate_schedule"])
  static let warmUp = DeclaredOption(
    "warm_up", .figureInterval, "How long the learning rate rises evenly from zero to the optimizer's own at first.",
    otherwise: "it begins with the optimizer's own", alsoKnownAs: ["warmup", "warmup_steps", "num_warmup_steps"])
  static let clipNorm = DeclaredOption(
    "clip_norm", .number(1e-12...1e12),
    "The most that the Euclidean norm of a gradient may be; a larger one is scaled down to it.",
    otherwise: "gradients are taken as they are",
    alsoKnownAs: ["clipnorm", "global_clipnorm", "max_norm", "grad_clip", "gradient_clipping", "clip", "max_grad_norm"])
  static let clipValue = DeclaredOption(
    "clip_value", .number(1e-12...1e12), "The most that an element of a gradient may be, in either direction.",
    otherwise: "gradients are taken as they are", alsoKnownAs: ["clipvalue"])

  static let options: [any OptionDeclaration] = [optimizer, warmUp, schedule, clipNorm, clipValue]

  static func schedule(_ values: OptionValues) -> LearningRateSchedule {
    LearningRateSchedule(warmUp: values[warmUp], course: values[schedule]?.made)
  }

  static func clipping(_ values: inout OptionValues) -> GradientClipping? {
    if values[clipNorm] != nil, values[clipValue] != nil {
      values.report(
        .conflictingKeys, at: values.place(of: clipValue), "a gradient is clipped by its norm or by value, not both")
    }
    return values[clipNorm].map { .norm($0) } ?? values[clipValue].map { .value($0) }
  }
}
