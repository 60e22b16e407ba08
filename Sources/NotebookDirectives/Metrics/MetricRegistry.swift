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
}
