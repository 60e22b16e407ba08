import NotebookPlanning
import RecurrentEngine

/// `sgd`.
enum SGDOptimizer: KindSpelling {
  static let keyword = "sgd"
  static let alsoKnownAs = ["gradient_descent"]
  static let summary = "Plain gradient descent, or with momentum."
  static let learningRate = OptimizerRegistry.learningRate(default: 0.01)
  static let momentum = DeclaredOption(
    "momentum", .number(0...1), default: 0, "The share of the last step that each step keeps.")
  static let options: [any OptionDeclaration] = [learningRate, momentum]

  static func make(_ values: inout OptionValues) -> (any Optimizer)? {
    SGD(learningRate: values[learningRate], momentum: values[momentum])
  }
}
