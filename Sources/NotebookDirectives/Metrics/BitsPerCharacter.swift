import NotebookPlanning
import NotebookResults

extension MetricRule {
  /// The mean cross-entropy of a character in bits: how many a perfect coder with this model would write for each.
  static let bitsPerCharacter = MetricRule(
    Metric(name: "bits_per_character", form: .real, isLargerBetter: false), "The mean loss in bits",
    exampleCell: [ExampleOption("model", "build-3"), ExampleOption("data", "load-4")]
  ) { $0.meanLoss / naturalLogarithmOfTwo }

  static let naturalLogarithmOfTwo = 0.693_147_180_559_945_3
}
