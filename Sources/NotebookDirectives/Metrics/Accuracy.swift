import NotebookResults

extension MetricRule {
  /// The share of classes that were told right.
  static let accuracy = MetricRule(
    Metric(name: "accuracy", form: .fraction, isLargerBetter: true), "The share read correctly"
  ) { $0.accuracy }
}
