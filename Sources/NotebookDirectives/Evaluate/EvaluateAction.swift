import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Evaluates a model and shows where it errs.
struct EvaluateAction: DirectAction {
  let model: String
  let data: String
  let split: DatasetSplit

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    guard let model = session.models[model], let data = try session.dataset(data, context),
      let examples = data.examples(split)
    else {
      throw CellFailure("the model '\(model)' or the data set '\(self.data)' was not made")
    }
    let evaluator = Evaluator(network: model.network, shape: data.shape, threads: context.threads)
    let evaluation = evaluator.evaluate(
      examples, parameters: model.parameters, isCancelled: context.isCancelled)
    guard evaluation.examples == examples.count else {
      throw CellFailure("stopped after \(evaluation.examples) of \(examples.count) examples", kind: .interrupted)
    }
    var result = data.shape.evaluationReport.result(of: evaluation, on: split, of: data)
    if evaluation.unreadCount > 0 {
      result.notices.append(
        "\(evaluation.unreadCount) of the network's \(evaluation.saidCount) outputs are not numbers and read as nothing"
      )
    }
    return result
  }
}
