import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Evaluates a model, or several as one, and shows where it errs.
struct EvaluateAction: DirectAction {
  let models: [String]
  let data: String
  let split: DatasetSplit

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    let made = models.compactMap { session.models[$0] }
    guard made.count == models.count, let data = try session.dataset(data, context), let examples = data.examples(split)
    else {
      throw CellFailure("a model or the data set '\(self.data)' was not made")
    }
    let ensemble = Ensemble(
      made, shape: data.shape, threads: context.threads, communicator: context.ranks?.communicator)
    let (evaluation, alone) = ensemble.evaluate(examples, isCancelled: context.isCancelledForAll)
    guard evaluation.examples == examples.count else {
      throw CellFailure("stopped after \(evaluation.examples) of \(examples.count) examples", kind: .interrupted)
    }
    var result = data.shape.evaluationReport.result(of: evaluation, on: split, of: data)
    if alone.count > 1 {
      let solo = Solo(names: models, alone: alone, together: evaluation, target: data.shape.target.ofLoss)
      result.outputs.insert(.table(solo.table), at: 0)
      result.fields += solo.fields
    }
    if evaluation.unreadCount > 0 {
      result.notices.append(
        "\(evaluation.unreadCount) of the network's \(evaluation.saidCount) outputs are not numbers and read as nothing"
      )
    }
    return result
  }
}
