import NotebookPlanning
import RecurrentEngine

/// `rmsprop`.
enum RMSPropOptimizer: KindSpelling {
  static let keyword = "rmsprop"
  static let alsoKnownAs = ["rms_prop"]
  static let summary =
    "Divides each gradient by the root of the mean of its squares: v = decay · v + (1 − decay) · g² and θ −= η · g / (√v + ε), as in PyTorch."
  static let learningRate = OptimizerRegistry.learningRate(default: 0.001)
  static let decay = DeclaredOption(
    "decay", .number(0...0.9999999), default: 0.9,
    "The share that the mean of the squared gradients keeps at each step.", alsoKnownAs: ["rho", "alpha", "beta_2"])
  static let epsilon = DeclaredOption(
    "epsilon", .number(0...1), default: 1e-8, "What is added to the root that is divided by.", alsoKnownAs: ["eps"])
  static let options: [any OptionDeclaration] = [learningRate, decay, OptimizerRegistry.momentum, epsilon]

  static func make(_ values: inout OptionValues) -> (any Optimizer)? {
    RMSProp(
      learningRate: values[learningRate], decay: values[decay], momentum: values[OptimizerRegistry.momentum],
      epsilon: values[epsilon])
  }
}
