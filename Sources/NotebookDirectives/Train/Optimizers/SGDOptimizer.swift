import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `sgd`.
enum SGDOptimizer: KindSpelling {
  static let keyword = "sgd"
  static let alsoKnownAs = ["gradient_descent", "momentum"]
  static let summary = "Plain gradient descent, or with momentum: v = momentum · v + g and θ −= η · v, as in PyTorch."
  static let learningRate = OptimizerRegistry.learningRate(default: 0.01)
  static let nesterov = DeclaredOption(
    "nesterov", .truth, default: false,
    "Whether the step is taken from where the momentum leads to: θ −= η · (g + momentum · v).",
    examples: OptionExamples(["true", "false"], beside: [ExampleOption("momentum", "0.9")]),
    alsoKnownAs: ["use_nesterov"])
  static let weightDecay = DeclaredOption(
    "weight_decay", .number(0...1000), default: 0,
    "The decay λ: every parameter adds λ times itself to its gradient.", alsoKnownAs: ["wd", "l2"])
  static let options: [any OptionDeclaration] = [learningRate, OptimizerRegistry.momentum, nesterov, weightDecay]

  static func check(_ values: inout OptionValues) {
    if values[nesterov], values[OptimizerRegistry.momentum] == 0 {
      values.report(
        .conflictingKeys, at: values.place(of: nesterov), "Nesterov's step needs a momentum",
        suggestion: "write 'momentum: 0.9'")
    }
  }

  static func make(_ values: inout OptionValues) -> (any Optimizer)? {
    SGD(
      learningRate: values[learningRate], momentum: values[OptimizerRegistry.momentum], isNesterov: values[nesterov],
      weightDecay: values[weightDecay])
  }
}
