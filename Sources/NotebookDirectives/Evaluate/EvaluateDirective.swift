import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{evaluate}`: loss and accuracy of a model on one part of a data set.
enum EvaluateDirective: Directive {
  static let keyword = "evaluate"
  static let summary = "Measures a network on one part of a data set and shows where it errs."

  static let model = DeclaredOption(
    "model", .model(examples: ["build", "build-2"]), "The network to measure.", otherwise: "the one built last",
    alsoKnownAs: ["network", "net"])
  static let target = DeclaredOption(
    "on", .part(otherwise: .test, examples: ["load.test", "load.train"]), "The part of a data set to measure it on.",
    otherwise: "the test part of the data set loaded last", alsoKnownAs: ["data", "dataset", "split", "part"])
  static let options: [any OptionDeclaration] = [model, target]

  static let examples = [[ExampleOption("model", "build"), ExampleOption("on", "load.test")]]

  static func fields(_ values: OptionValues) -> [String] {
    values[target]?.dataset.shape.evaluationReport.fieldNames ?? ClassReport.fieldNames + SequenceReport.fieldNames
      + NumberReport.fieldNames
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let model = values[model], let target = values[target] else { return nil }
    values.checkFit(
      of: (model.label, model.network), to: (target.label, target.dataset), named: Self.target,
      rows: Evaluator.capacity(target.dataset.shape), by: Self.model)
    return PlannedAction(
      EvaluateAction(model: model.label, data: target.label, split: target.split),
      leaves: Symbol(
        .measurements, fields: target.dataset.shape.evaluationReport.fieldNames,
        standIn: target.standIn ?? model.standIn))
  }
}
