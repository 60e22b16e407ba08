import NotebookPlanning
import NotebookResults

extension MetricRule {
  /// The mean of (y - t)² over all numbers that are to be told.
  static let meanSquaredError = MetricRule(
    Metric(name: "mean_squared_error", form: .real, isLargerBetter: false), "The mean squared error",
    exampleCell: [ExampleOption("model", "build-4"), ExampleOption("data", "load-5")],
    exampleWithout: ["batch_accuracy"]
  ) { $0.meanSquaredError }
}
