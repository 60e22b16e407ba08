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
    "on",
    OptionType.part(otherwise: .test, examples: ["load.test", "load.train"])
      .list(of: "a part of a data set", each: "part", examples: ["load.test", "[load.train]"]),
    "The part of a data set to measure it on; of several networks each can have its own, which shows the same examples in another way.",
    otherwise: "the test part of the data set loaded last", alsoKnownAs: ["data", "dataset", "split", "part", "parts"])
  static let options: [any OptionDeclaration] = [model, target]

  static let examples = [[ExampleOption("model", "build"), ExampleOption("on", "load.test")]]

  static func fields(_ values: OptionValues) -> [String] {
    guard let shape = values[target]?.first?.dataset.shape else {
      return ClassReport.fieldNames + SequenceReport.fieldNames + ForecastReport.fieldNames
    }
    let solo = (values[model]?.count ?? 0) > 1 ? Solo.fieldNames(shape.target.ofLoss) : []
    return shape.evaluationReport.fieldNames + solo
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let models = values[model], let parts = values[target] else { return nil }
    reportRepeated(models.map(\.label), &values)
    guard let first = parts.first, parts.count == 1 || parts.count == models.count else {
      let networks = models.count == 1 ? "1 network" : "\(models.count) networks"
      values.report(
        .wrongKind, at: values.place(of: target),
        parts.isEmpty ? "no part is named" : "there are \(parts.count) parts for \(networks)",
        suggestion: "name one part for all of them, or one for each in their order")
      return nil
    }
    let read = parts.count == 1 ? models.map { _ in first } : parts
    reportDifferent(read, &values)
    values.checkFit(
      of: zip(models, read).map { ($0.label, $0.network, $1.label, $1.dataset) }, named: target,
      rows: Evaluator.capacity(first.dataset.shape), by: model)
    return PlannedAction(
      EvaluateAction(
        readings: zip(models, read).map {
          EvaluateAction.Reading(model: $0.label, data: $1.label, split: $1.split)
        }),
      leaves: Symbol(
        .measurements, fields: fields(values),
        standIn: parts.lazy.compactMap(\.standIn).first ?? models.lazy.compactMap(\.standIn).first))
  }

  /// Reports the first part that cannot show the same examples as the first of all.
  private static func reportDifferent(_ parts: [PartReference], _ values: inout OptionValues) {
    guard let first = parts.first, let other = parts.first(where: { !$0.canShow(examplesOf: first) }) else { return }
    values.report(
      .shape, at: values.place(of: target),
      "the parts do not show the same examples: \(first.phrase), and \(other.phrase)",
      suggestion: "name parts that show the same examples, each in its own way")
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

extension PartReference {
  /// Whether the examples may be those of another part, read in another way.
  fileprivate func canShow(examplesOf other: PartReference) -> Bool {
    let (shape, theirs) = (dataset.shape, other.dataset.shape)
    return examples == other.examples && shape.target == theirs.target && shape.told == theirs.told
      && shape.isRunning == theirs.isRunning
  }

  fileprivate var phrase: String {
    "'\(label).\(split.rawValue)' has \(examples) \(dataset.noun) and \(dataset.shape.target.phrase)"
  }
}
