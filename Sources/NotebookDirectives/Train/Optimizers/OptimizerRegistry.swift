import NotebookPlanning
import RecurrentEngine

/// Every optimizer.
enum OptimizerRegistry {
  static let registry = KindRegistry<any Optimizer>(
    "optimizer",
    [
      AdamOptimizer.self,
      AdamWOptimizer.self,
      SGDOptimizer.self,
      RMSPropOptimizer.self,
    ])

  /// The momentum, which several optimizers have.
  static let momentum = DeclaredOption(
    "momentum", .number(0...1), default: 0, "The share of the last step that each step keeps.")

  /// The learning rate, which every optimizer has, each with a default of its own.
  static func learningRate(default standard: Double) -> DeclaredOption<Double> {
    DeclaredOption(
      "learning_rate", .number(0...1e6), default: standard, "The learning rate η.", alsoKnownAs: ["lr", "rate", "eta"])
  }
}
