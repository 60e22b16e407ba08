import NotebookResults

/// Every metric of the language, in the order in which a training shows them.
enum MetricRegistry {
  static let rules: [MetricRule] = [
    .accuracy,
    .loss,
    .bitsPerCharacter,
    .perplexity,
    .meanSquaredError,
    .meanAbsoluteError,
  ]

  /// What a number or series of such a name measures: `accuracy` as well as `test_accuracy`; nil where that is no metric.
  static func metric(of name: String) -> Metric? {
    rules.first { name == $0.name || name.hasSuffix("_\($0.name)") }?.metric
  }
}
