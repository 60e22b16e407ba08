import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Trains a model in place and shows what was measured on the way.
struct TrainAction: CellAction {
  let model: String
  let data: String
  let plan: TrainingPlan

  static func fieldNames(_ measures: [Measure], keepsBest: Bool) -> [String] {
    let measured = measures.flatMap { measure in
      measure.metric.isLargerBetter == nil ? [measure.name] : [measure.name, "best_\(measure.name)"]
    }
    return ["steps", "batch", "epoch_steps", "loss"] + measured + (keepsBest ? ["best_step"] : [])
  }

  func begin(
    in session: inout Session, from checkpoint: CellCheckpoint?, _ context: CellContext
  ) throws(CellFailure) -> BegunCell {
    guard let model = session.models[model], let data = try session.dataset(data, context),
      let examples = data.examples(.train)
    else {
      throw CellFailure("the model '\(model)' or the data set '\(data)' was not made")
    }
    guard model.trainings < NotebookLimits.trainings else {
      throw CellFailure("a model is trained by at most \(NotebookLimits.trainings) cells")
    }
    let point = checkpoint.flatMap { TrainingCheckpoint($0) }
    let usable = point.flatMap { $0.belongs(to: plan, network: model.network, data: data) ? $0 : nil }
    let drawn = try varied(examples, seed: context.seed, stream: model.trainings)
    func run(from point: TrainingCheckpoint?) -> TrainingRun? {
      TrainingRun(
        model: model, data: data, examples: drawn, plan: plan, seed: context.seed, threads: context.threads,
        communicator: context.ranks?.communicator, from: point)
    }
    guard let run = usable.flatMap({ run(from: $0) }) ?? run(from: nil) else {
      throw CellFailure("the data set '\(self.data)' has too few examples for a batch of \(plan.batch)")
    }
    return .underWay(TrainingWork(action: self, run: run))
  }

  /// What batches are drawn from: the training examples, changed as the plan says.
  private func varied(
    _ examples: any ExampleSet, seed: UInt64, stream: Int
  ) throws(CellFailure) -> any ExampleSet {
    guard let augmentation = plan.augmentation else { return examples }
    if let varied = augmentation.varied(examples, seed: seed, stream: stream) { return varied }
    throw CellFailure(
      "only grey images can be changed at random, and the pixels of '\(data)' are other numbers",
      suggestion: "leave out 'augment'")
  }

  func restore(_ kept: StoredCell, in session: inout Session, _ context: CellContext) -> CellResult? {
    guard case .end(let checkpoint) = kept, let end = TrainingCheckpoint(checkpoint), let model = session.models[model],
      end.isEnd(of: plan), end.belongs(to: plan, network: model.network)
    else { return nil }
    leave(end, in: &session)
    return result(at: end)
  }

  func leave(_ checkpoint: TrainingCheckpoint, in session: inout Session) {
    session.models[model]?.finishTraining(checkpoint.finalParameters)
  }

  func result(at checkpoint: TrainingCheckpoint) -> CellResult {
    var fields = [
      Field("steps", .count(checkpoint.step)), Field("batch", .count(plan.batch)),
      Field("epoch_steps", .count(plan.epochSteps)),
    ]
    fields += checkpoint.measured
    if plan.keepsBest != nil { fields.append(Field("best_step", .count(checkpoint.best?.step ?? checkpoint.step - 1))) }
    return CellResult(
      outputs: notes(at: checkpoint) + TrainingCurves(checkpoint.series).outputs, fields: fields,
      series: checkpoint.series)
  }

  /// What became of the training otherwise than by taking all of its steps.
  private func notes(at checkpoint: TrainingCheckpoint) -> [CellOutput] {
    var notes: [CellOutput] = []
    if let stop = plan.stop, checkpoint.hasStopped {
      notes.append(
        .note(
          "Ended after \(checkpoint.step) of \(plan.steps) steps: \(stop.measure) had not become better for "
            + "\(stop.patience) measurements."))
    }
    if let name = plan.keepsBest, let best = checkpoint.best {
      notes.append(.note("The weights are those after step \(best.step), where \(name) was best."))
    }
    return notes
  }
}
