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
    let ensemble = Ensemble(made, shape: data.shape, threads: context.threads)
    let (evaluation, alone) = ensemble.evaluate(examples, isCancelled: context.isCancelled)
    guard evaluation.examples == examples.count else {
      throw CellFailure("stopped after \(evaluation.examples) of \(examples.count) examples", kind: .interrupted)
    }
    var result = data.shape.evaluationReport.result(of: evaluation, on: split, of: data)
    if alone.count > 1 { result.outputs.insert(.table(table(of: alone, evaluation, data.shape)), at: 0) }
    if evaluation.unreadCount > 0 {
      result.notices.append(
        "\(evaluation.unreadCount) of the network's \(evaluation.saidCount) outputs are not numbers and read as nothing"
      )
    }
    return result
  }

  /// How each network does alone, and all of them together.
  private func table(of alone: [SplitEvaluation], _ together: SplitEvaluation, _ shape: ExampleShape) -> Table {
    let metrics: [MetricRule] =
      switch shape.target {
      case .classes: [.accuracy, .loss]
      case .numbers: [.meanSquaredError, .meanAbsoluteError]
      }
    func row(_ name: String, _ evaluation: SplitEvaluation) -> [Table.Value] {
      [.text(name)] + metrics.map { .quantity($0.metric.quantity($0.value(evaluation))) }
    }
    return Table(
      caption: "Each network alone, and the mean of what they say",
      columns: ["network"] + metrics.map(\.metric.title), rows: zip(models, alone).map(row),
      footer: row("their mean", together))
  }
}
