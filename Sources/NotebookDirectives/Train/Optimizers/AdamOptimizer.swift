import NotebookPlanning
import RecurrentEngine

/// `adam`.
enum AdamOptimizer: KindSpelling {
  static let keyword = "adam"
  static let summary = "Adam in TensorFlow's form, in which epsilon stands outside the bias correction."
  static let learningRate = OptimizerRegistry.learningRate(default: 0.001)
  static let beta1 = DeclaredOption(
    "beta_1", .number(0...0.999999), default: 0.9, "The share that the mean of the gradients keeps at each step.",
    alsoKnownAs: ["beta1"])
  static let beta2 = DeclaredOption(
    "beta_2", .number(0...0.9999999), default: 0.999,
    "The share that the mean of the squared gradients keeps at each step.", alsoKnownAs: ["beta2"])
  static let epsilon = DeclaredOption(
    "epsilon", .number(0...1), default: 1e-8, "What is added to the root that is divided by; Keras has 1e-7.",
    alsoKnownAs: ["eps"])
  static let options: [any OptionDeclaration] = [learningRate, beta1, beta2, epsilon]

  static func make(_ values: inout OptionValues) -> (any Optimizer)? {
    Adam(
      learningRate: values[learningRate], beta1: values[beta1], beta2: values[beta2], epsilon: values[epsilon])
  }
}
