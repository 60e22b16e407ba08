import NotebookPlanning

/// `report`: what is measured while training, and when.
enum ReportOptions: NestedOptions {
  static let owner = "'report'"
  static let summary = "What to measure, each with how often or when."

  /// One for each thing to measure, in the order in which series are recorded.
  private static let measures: [(quantity: Measure.Quantity, option: DeclaredOption<Timing?>)] =
    Measure.Quantity.all.map { quantity in
      (
        quantity,
        DeclaredOption(
          quantity.name, .timing, quantity.summary, otherwise: "not measured", examples: quantity.examples)
      )
    }

  static let options: [any OptionDeclaration] = measures.map(\.option)
  static let example = [
    ExampleOption("batch_accuracy", "every 2 steps"), ExampleOption("batch_loss", "every 2 steps"),
    ExampleOption("test_loss", "every epoch"),
  ]

  static func make(_ values: inout OptionValues) -> [Measure]? {
    measures.compactMap { quantity, option in
      values[option].map { Measure(quantity: quantity, timing: $0) }
    }
  }
}

extension Measure.Quantity {
  fileprivate static var all: [Measure.Quantity] {
    Measure.Subject.allCases.flatMap { subject in
      MetricRegistry.rules.map { .evaluation(of: subject, by: $0) }
    } + UpdateMetric.all.map { .update($0) }
  }

  fileprivate var summary: String {
    switch self {
    case .evaluation(let subject, let rule): "\(rule.summary), on \(subject.phrase)."
    case .update(let metric): "\(metric.summary)."
    }
  }

  fileprivate var examples: OptionExamples? {
    guard case .evaluation(_, let rule) = self, !rule.exampleCell.isEmpty else { return nil }
    return OptionExamples(
      ["every 2 steps", "every 3 steps"], without: rule.exampleWithout, inCell: rule.exampleCell)
  }
}

extension Measure.Subject {
  /// What is measured on, in words.
  fileprivate var phrase: String {
    switch self {
    case .batch: "the training batch of the step, measured again after its update"
    case .train: "all training examples"
    case .validation: "all validation examples"
    case .test: "all test examples"
    case .testBatch: "one batch of test examples, drawn in shuffled order like training batches"
    }
  }
}
