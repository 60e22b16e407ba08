private import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// A training under way: it can be taken a step further, looked at, and copied at any step.
struct TrainingRun {
  let plan: TrainingPlan
  private var progress: TrainingCheckpoint
  private let data: LoadedDataset
  private var order: BatchOrder
  private var testOrder: BatchOrder
  private var evaluator: Evaluator
  private var batch: FilledBatch
  private let augmenter: ImageAugmenter?
  private let threads: Int

  /// Starts a training with a fresh optimizer, or goes on with one.
  ///
  /// - Parameters:
  ///   - model: The network and the weights to begin with.
  ///   - data: Where batches come from.
  ///   - plan: How to train.
  ///   - seed: The notebook's seed; the order of images depends on it and on how often the model was trained before.
  ///   - threads: How many threads share the work; the numbers do not depend on it.
  ///   - checkpoint: Where a training of the same model with the same data, plan and seed has come to.
  init(
    model: Model, data: LoadedDataset, plan: TrainingPlan, seed: UInt64, threads: Int,
    from checkpoint: TrainingCheckpoint? = nil
  ) {
    self.plan = plan
    self.data = data
    let progress =
      checkpoint
      ?? TrainingCheckpoint(
        state: TrainingState(parameters: model.parameters, optimizer: plan.optimizer),
        series: plan.measures.map {
          RecordedSeries(name: $0.name, unit: $0.every.unit, metric: $0.rule.metric)
        })
    self.progress = progress
    func order(_ split: DatasetSplit, stream: Int, at place: TrainingCheckpoint.Place) -> BatchOrder {
      BatchOrder(
        count: data.images(split)?.count ?? 0, kind: data.order.batchOrder, seed: seed,
        stream: 2 * model.trainings + stream, epochsCompleted: place.epochsCompleted, position: place.position)
    }
    self.order = order(.train, stream: 0, at: progress.order)
    testOrder = order(.test, stream: 1, at: progress.testOrder)
    evaluator = Evaluator(network: model.network, data: data, capacity: plan.batch, threads: threads)
    batch = FilledBatch(input: model.network.input)
    augmenter = plan.augmentation.flatMap { augmentation in
      data.images(.train).map {
        ImageAugmenter(augmentation, shape: $0.shape, seed: seed, stream: model.trainings)
      }
    }
    self.threads = threads
  }

  var step: Int { progress.step }
  var isFinished: Bool { step == plan.steps }

  /// What has come of it so far.
  var checkpoint: TrainingCheckpoint {
    var checkpoint = progress
    checkpoint.order = order.place
    checkpoint.testOrder = testOrder.place
    return checkpoint
  }

  /// The bytes that a copy keeps for itself once the original has gone on: the weights and the optimizer's memory of them.
  var snapshotBytes: Int { 3 * MemoryLayout<Float>.stride * progress.state.parameters.count }

  /// How far it is.
  var report: CellProgress {
    CellProgress(
      step: step, totalSteps: plan.steps, loss: progress.loss, accuracy: progress.latestAccuracy)
  }

  /// Takes one step and measures what is due after it.
  ///
  /// - Throws: ``CellFailure`` when the loss is no longer a number.
  mutating func takeStep() throws(CellFailure) {
    guard let images = data.images(.train) else { return }
    fillBatch(from: images)
    let loss = evaluator.workspace.trainStep(batch.batch, state: &progress.state, optimizer: plan.optimizer)
    progress.loss = loss
    guard loss.isFinite else {
      throw CellFailure(
        "the loss is \(loss.isNaN ? "not a number" : "infinite") at step \(step), with learning_rate \(plan.optimizer.learningRate)",
        suggestion: "a smaller learning_rate usually helps")
    }
    measure()
    progress.step += 1
  }

  private mutating func fillBatch(from images: ImageSet) {
    let indices = order.next(plan.batch)
    guard let augmenter else { return data.fill(&batch, with: images, at: indices) }
    data.fill(
      &batch, with: images, at: indices, by: augmenter, firstDraw: step * plan.batch, threads: threads)
  }

  private mutating func measure() {
    var results: [Measure.Subject: SplitEvaluation] = [:]
    for (index, measure) in plan.measures.enumerated() {
      guard let position = measure.every.position(after: step, epochSteps: plan.epochSteps) else { continue }
      let result = results[measure.subject] ?? evaluate(measure.subject)
      results[measure.subject] = result
      progress.series[index].points.append(
        SeriesPoint(x: position, y: measure.rule.value(result)))
    }
  }

  private mutating func evaluate(_ subject: Measure.Subject) -> SplitEvaluation {
    let parameters = progress.state.parameters
    switch subject {
    case .batch:
      return SplitEvaluation(evaluator.workspace.evaluate(batch.batch, parameters: parameters))
    case .testBatch:
      let indices = testOrder.next(plan.batch)
      return evaluator.evaluate(.test, at: indices, parameters: parameters)
    case .train, .validation, .test:
      return evaluator.evaluate(subject.split ?? .test, parameters: parameters)
    }
  }
}

extension BatchOrder {
  fileprivate var place: TrainingCheckpoint.Place {
    TrainingCheckpoint.Place(epochsCompleted: epochsCompleted, position: position)
  }
}
