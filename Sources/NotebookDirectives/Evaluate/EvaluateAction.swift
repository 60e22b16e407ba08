import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Evaluates a model, or several as one, and shows where it errs.
struct EvaluateAction: DirectAction {
  /// A model and the part of a data set that it reads.
  struct Reading {
    let model: String
    let data: String
    let split: DatasetSplit
  }

  let readings: [Reading]

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    var readers: [(member: Ensemble.Member, data: LoadedDataset)] = []
    for reading in readings { readers.append(try reading.reader(in: &session, context)) }
    guard let first = readers.first else { throw CellFailure("no network is named") }
    try checkThatTheSameIsTold(readers.map(\.member))
    let (data, examples) = (first.data, first.member.examples)
    let ensemble = Ensemble(
      readers.map(\.member), threads: context.threads, communicator: context.ranks?.communicator)
    let (evaluation, alone) = ensemble.evaluate(isCancelled: context.isCancelledForAll)
    guard evaluation.examples == examples.count else {
      throw CellFailure("stopped after \(evaluation.examples) of \(examples.count) examples", kind: .interrupted)
    }
    var result = data.shape.evaluationReport.result(of: evaluation, on: readings[0].split, of: data)
    if alone.count > 1 {
      let solo = Solo(
        names: readings.map(\.model), alone: alone, together: evaluation, target: data.shape.target.ofLoss)
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

  /// Networks that read different parts speak of the same examples only if the same is to be told of each.
  private func checkThatTheSameIsTold(_ members: [Ensemble.Member]) throws(CellFailure) {
    for (reading, member) in zip(readings, members) where reading.part != readings[0].part {
      guard let index = members[0].examples.firstTold(otherwiseThan: member.examples) else { continue }
      throw CellFailure(
        "'\(readings[0].part)' and '\(reading.part)' show other examples: of number \(index + 1) not the same is to be told",
        suggestion: "name parts that show the same examples, each in its own way")
    }
  }
}

extension EvaluateAction.Reading {
  fileprivate var part: String { "\(data).\(split.rawValue)" }

  /// Whom it is about, and the data set that is read.
  fileprivate func reader(
    in session: inout Session, _ context: CellContext
  ) throws(CellFailure) -> (member: Ensemble.Member, data: LoadedDataset) {
    guard let made = session.models[model], let loaded = try session.dataset(data, context),
      let examples = loaded.examples(split)
    else { throw CellFailure("the model '\(model)' or the data set '\(data)' was not made") }
    return (Ensemble.Member(model: made, examples: examples), loaded)
  }
}
