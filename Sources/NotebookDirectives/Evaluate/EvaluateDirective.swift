private import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{evaluate}`: loss and accuracy of a model on one part of a data set.
enum EvaluateDirective: Directive {
  static let keyword = "evaluate"

  static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let model = options.model("model")
    let target = options.part("on", otherwise: .test)
    guard let model, let target else { return nil }
    options.checkFit(
      of: (model.label, model.network), to: (target.label, target.dataset), dataKey: "on",
      rows: Evaluator.capacity(), rowsKey: "model")
    return PlannedAction(
      EvaluateAction(model: model.label, data: target.label, split: target.split),
      leaves: Symbol(
        .measurements, fields: EvaluateAction.fieldNames, standIn: target.standIn ?? model.standIn))
  }
}
