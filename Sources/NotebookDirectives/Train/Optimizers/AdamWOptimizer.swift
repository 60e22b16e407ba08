import NotebookPlanning
import RecurrentEngine

/// `adamw`.
enum AdamWOptimizer: KindSpelling {
  static let keyword = "adamw"
  static let summary =
    "Adam in PyTorch's form, in which epsilon stands inside the bias correction, with weight decay apart from the gradient."
  static let learningRate = OptimizerRegistry.learningRate(default: 0.001)
  static let weightDecay = DeclaredOption(
    "weight_decay", .number(0...1000), default: 0.01,
    "The decay λ: before each update every parameter loses the share η · λ of itself.",
    alsoKnownAs: ["wd", "decay", "l2"])
  static let epsilon = DeclaredOption(
    "epsilon", .number(0...1), default: 1e-8, "What is added to the root that is divided by.", alsoKnownAs: ["eps"])
  static let options: [any OptionDeclaration] = [
    learningRate, weightDecay, AdamOptimizer.beta1, AdamOptimizer.beta2, epsilon,
  ]

  static func make(_ values: inout OptionValues) -> (any Optimizer)? {
    AdamW(
      learningRate: values[learningRate], weightDecay: values[weightDecay], beta1: values[AdamOptimizer.beta1],
      beta2: values[AdamOptimizer.beta2], epsilon: values[epsilon])
  }
}
