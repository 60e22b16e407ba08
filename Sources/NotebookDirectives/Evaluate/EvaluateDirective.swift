import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{evaluate}`: loss and accuracy of a model, or of several as one, on one part of a data set.
enum EvaluateDirective: Directive {
  static let keyword = "evaluate"
  static let summary = "Measures a network on one part of a data set and shows where it errs."

  static let model = DeclaredOption(
    "model",
    OptionType.model(examples: ["build", "build-2"]).list(of: "a network", examples: ["build", "[build, build-2]"]),
    "The network to measure; of several the mean of what they say.", otherwise: "the one built last",
    alsoKnownAs: ["network", "net", "models", "ensemble"])
  static let target = DeclaredOption(
    "on", .part(otherwise: .test, examples: ["load.test", "load.train"]), "The part of a data set to measure it on.",
    otherwise: "the test part of the data set loaded last", alsoKnownAs: ["data", "dataset", "split", "part"])
  static let options: [any OptionDeclaration] = [model, target]

  static let examples = [[ExampleOption("model", "build"), ExampleOption("on", "load.test")]]

  static func fields(_ values: OptionValues) -> [String] {
    guard let shape = values[target]?.dataset.shape else {
      return ClassReport.fieldNames + SequenceReport.fieldNames + ForecastReport.fieldNames
    }
    let solo = (values[model]?.count ?? 0) > 1 ? Solo.fieldNames(shape.target.ofLoss) : []
    return shape.evaluationReport.fieldNames + solo
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let models = values[model], let target = values[target] else { return nil }
    reportRepeated(models.map(\.label), &values)
    values.checkFit(
      of: models.map { ($0.label, $0.network) }, to: (target.label, target.dataset), named: Self.target,
      rows: Evaluator.capacity(target.dataset.shape), by: Self.model)
    return PlannedAction(
      EvaluateAction(models: models.map(\.label), data: target.label, split: target.split),
      leaves: Symbol(
        .measurements, fields: fields(values),
        standIn: target.standIn ?? models.lazy.compactMap(\.standIn).first))
  }

  /// Reports networks that are named more than once, and a list of none.
  private static func reportRepeated(_ labels: [String], _ values: inout OptionValues) {
    var seen: Set<String> = []
    for label in labels where !seen.insert(label).inserted {
      values.report(
        .wrongKind, at: values.place(of: model), "the network '\(label)' is named more than once",
        suggestion: "name each of them once")
    }
    if labels.isEmpty {
      values.report(.wrongKind, at: values.place(of: model), "no network is named", suggestion: "name at least one")
    }
  }
}
