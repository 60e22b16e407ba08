private import Datasets
package import RecurrentEngine

/// A training under way: it can be taken a step further, looked at, and copied at any step.
package struct TrainingRun {
  package let schedule: TrainingSchedule
  /// The number of steps taken.
  package private(set) var step = 0
  package private(set) var state: TrainingState
  package private(set) var series: [RecordedSeries]
  /// Mean loss of the last batch, before its update.
  package private(set) var loss = Double.nan

  private let data: LoadedDataset
  private var order: BatchOrder
  private var testOrder: BatchOrder
  private var evaluator: Evaluator
  private var batch: Batch
  private let augmenter: ImageAugmenter?
  private let threads: Int

  /// Starts a training with a fresh optimizer.
  ///
  /// - Parameters:
  ///   - model: The network and the weights to begin with.
  ///   - data: Where batches come from.
  ///   - schedule: How to train.
  ///   - seed: The notebook's seed; the order of images depends on it and on how often the model was trained before.
  ///   - threads: How many threads share the work; the numbers do not depend on it.
  package init(model: Model, data: LoadedDataset, schedule: TrainingSchedule, seed: UInt64, threads: Int) {
    self.schedule = schedule
    self.data = data
    state = TrainingState(parameters: model.state.parameters)
    series = schedule.measures.map {
      RecordedSeries(name: $0.name, unit: $0.every.unit, isAccuracy: $0.isAccuracy)
    }
    let stream = 2 * model.trainings
    order = BatchOrder(
      count: data.images(.train)?.count ?? 0, kind: data.order.batchOrder, seed: seed, stream: stream)
    testOrder = BatchOrder(
      count: data.images(.test)?.count ?? 0, kind: data.order.batchOrder, seed: seed, stream: stream + 1)
    evaluator = Evaluator(network: model.network, data: data, capacity: schedule.batch, threads: threads)
    batch = Batch(capacity: schedule.batch, input: model.network.input)
    augmenter = schedule.augmentation.flatMap { augmentation in
      data.images(.train).map {
        ImageAugmenter(augmentation, shape: $0.shape, seed: seed, stream: model.trainings)
      }
    }
    self.threads = threads
  }

  package var isFinished: Bool { step == schedule.steps }

  /// The last value of the first accuracy that has one, so that what is shown on the way is always the same quantity.
  package var latestAccuracy: Double? {
    series.first { $0.isAccuracy && !$0.points.isEmpty }?.points.last?.y
  }

  /// Takes one step and measures what is due after it.
  ///
  /// - Throws: ``CellFailure`` when the loss is no longer a number.
  package mutating func takeStep() throws(CellFailure) {
    guard let images = data.images(.train) else { return }
    fillBatch(from: images)
    loss = evaluator.workspace.trainStep(batch, state: &state, optimizer: schedule.optimizer)
    guard loss.isFinite else {
      throw CellFailure(
        "the loss is \(loss.isNaN ? "not a number" : "infinite") at step \(step), with learning_rate \(schedule.optimizer.learningRate)",
        suggestion: "a smaller learning_rate usually helps")
    }
    measure()
    step += 1
  }

  private mutating func fillBatch(from images: ImageSet) {
    let indices = order.next(schedule.batch)
    guard let augmenter else { return data.fill(&batch, with: images, at: indices) }
    data.fill(
      &batch, with: images, at: indices, by: augmenter, firstDraw: step * schedule.batch, threads: threads)
  }

  private mutating func measure() {
    var results: [Measure.Subject: SplitEvaluation] = [:]
    for (index, measure) in schedule.measures.enumerated() {
      guard let position = measure.every.position(after: step, epochSteps: schedule.epochSteps) else { continue }
      let result = results[measure.subject] ?? evaluate(measure.subject)
      results[measure.subject] = result
      series[index].points.append(SeriesPoint(x: position, y: measure.isAccuracy ? result.accuracy : result.meanLoss))
    }
  }

  private mutating func evaluate(_ subject: Measure.Subject) -> SplitEvaluation {
    switch subject {
    case .batch:
      return SplitEvaluation(evaluator.workspace.evaluate(batch, parameters: state.parameters))
    case .testBatch:
      let indices = testOrder.next(schedule.batch)
      return evaluator.evaluate(.test, at: indices, parameters: state.parameters)
    case .train, .validation, .test:
      return evaluator.evaluate(subject.split ?? .test, parameters: state.parameters)
    }
  }
}
