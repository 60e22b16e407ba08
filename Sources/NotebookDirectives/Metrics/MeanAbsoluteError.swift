import NotebookPlanning
import NotebookResults

extension MetricRule {
  /// The mean of |y - t| over all numbers that are to be told.
  static let meanAbsoluteError = MetricRule(
    Metric(name: "mean_absolute_error", form: .real, isLargerBetter: false), "The mean absolute error",
    exampleCell: [ExampleOption("model", "build-4"), ExampleOption("data", "load-5")],
    exampleWithout: ["batch_accuracy"]
  ) { $0.meanAbsoluteError }
}
