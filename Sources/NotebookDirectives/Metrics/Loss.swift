import NotebookResults

extension MetricRule {
  /// The mean of the model's own loss.
  static let loss = MetricRule(
    Metric(name: "loss", form: .real, isLargerBetter: false), "The mean loss"
  ) { $0.meanLoss }
}
