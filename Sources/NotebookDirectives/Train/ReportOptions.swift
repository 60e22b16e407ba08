import NotebookPlanning

/// `report`: what is measured while training, and when.
enum ReportOptions: NestedOptions {
  static let owner = "'report'"
  static let summary = "What to measure, each with how often or when."

  /// One for each thing to measure, in the order in which series are recorded.
  private static let measures: [(subject: Measure.Subject, rule: MetricRule, option: DeclaredOption<Timing?>)] =
    Measure.Subject.allCases.flatMap { subject in
      MetricRegistry.rules.map { rule in
        (
          subject, rule,
          DeclaredOption(
            Measure.name(subject, rule), .timing, "\(rule.summary), on \(subject.phrase).",
            otherwise: "not measured",
            examples: rule.exampleCell.isEmpty
              ? nil
              : OptionExamples(
                ["every 2 steps", "every 3 steps"], without: rule.exampleWithout, inCell: rule.exampleCell))
        )
      }
    }

  static let options: [any OptionDeclaration] = measures.map(\.option)
  static let example = [
    ExampleOption("batch_accuracy", "every 2 steps"), ExampleOption("batch_loss", "every 2 steps"),
    ExampleOption("test_loss", "every epoch"),
  ]

  static func make(_ values: inout OptionValues) -> [Measure]? {
    measures.compactMap { subject, rule, option in
      values[option].map { Measure(subject: subject, rule: rule, timing: $0) }
    }
  }
}

extension Measure.Subject {
  /// What is measured on, in words.
  fileprivate var phrase: String {
    switch self {
    case .batch: "the training batch of the step, measured again after its update"
    case .train: "all training images"
    case .validation: "all validation images"
    case .test: "all test images"
    case .testBatch: "one batch of test images, drawn in shuffled order like training batches"
    }
  }
}
