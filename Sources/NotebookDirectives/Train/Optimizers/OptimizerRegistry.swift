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
    ])

  /// The learning rate, which every optimizer has, each with a default of its own.
  static func learningRate(default standard: Double) -> DeclaredOption<Double> {
    DeclaredOption(
      "learning_rate", .number(0...1e6), default: standard, "The learning rate η.", alsoKnownAs: ["lr", "rate", "eta"])
  }
}
