import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine
import SeededRandom

/// A training under way: it can be taken a step further, looked at, and copied at any step.
struct TrainingRun {
  let plan: TrainingPlan
  private var progress: TrainingCheckpoint
  private let data: LoadedDataset
  /// What is drawn from.
  private let examples: any ExampleSet
  private var order: any ExampleOrder
  private var testOrder: (any ExampleOrder)?
  private var indices: [Int]
  private let evaluator: Evaluator

  /// Starts a training with a fresh optimizer, or goes on with one; nil when the data have no batch such as the plan says, or no such place.
  ///
  /// - Parameters:
  ///   - model: The network and the weights to begin with.
  ///   - data: What is measured on.
  ///   - examples: What batches are drawn from: the training examples of the data, changed or as they are.
  ///   - plan: How to train.
  ///   - seed: The notebook's seed; the order of examples depends on it and on how often the model was trained before.
  ///   - threads: How many threads share the work; the numbers do not depend on it.
  ///   - communicator: The ranks that take every step together; the numbers do not depend on them either.
  ///   - checkpoint: Where a training of the same model with the same data, plan and seed has come to.
  init?(
    model: Model, data: LoadedDataset, examples: any ExampleSet, plan: TrainingPlan, seed: UInt64, threads: Int,
    communicator: (any Communicator)? = nil, from checkpoint: TrainingCheckpoint? = nil
  ) {
    let progress =
      checkpoint?.continued(by: plan)
      ?? TrainingCheckpoint(
        state: TrainingState(parameters: model.parameters, optimizer: plan.optimizer),
        series: plan.measures.map {
          RecordedSeries(name: $0.name, unit: $0.timing.unit, metric: $0.metric)
        })
    func drawing(_ split: DatasetSplit, stream: Int, at place: OrderPlace) -> (any ExampleOrder)? {
      data.order(of: split, rows: plan.batch, seed: seed, stream: 2 * model.trainings + stream, at: place)
    }
    guard let order = drawing(.train, stream: 0, at: progress.order),
      !order.goesOn || model.network.carriedColumns == 0 || !progress.states.values.isEmpty
    else { return nil }
    self.plan = plan
    self.progress = progress
    self.data = data
    self.order = order
    testOrder = drawing(.test, stream: 1, at: progress.testOrder)
    self.examples = examples
    indices = Array(repeating: 0, count: plan.batch)
    var noise = RandomStream(seed: seed, purpose: .dropout, index: model.trainings)
    evaluator = Evaluator(
      network: model.network, shape: data.shape, batch: plan.batch, threads: threads, seed: noise.next(),
      communicator: communicator)
  }

  var step: Int { progress.step }
  var isFinished: Bool { progress.isEnd(of: plan) }

  /// What has come of it so far.
  var checkpoint: TrainingCheckpoint {
    var checkpoint = progress
    checkpoint.order = order.place
    checkpoint.testOrder = testOrder?.place ?? OrderPlace()
    return checkpoint
  }

  /// The bytes that a copy keeps for itself once the original has gone on: the weights and the optimizer's memory of them.
  var snapshotBytes: Int {
    let copies = 1 + progress.state.moments.count + (progress.best == nil ? 0 : 1)
    return copies * MemoryLayout<Float>.stride * progress.state.parameters.count
  }

  /// How far it is.
  var report: CellProgress {
    CellProgress(
      step: step, totalSteps: isFinished ? step : plan.steps, loss: progress.loss, accuracy: progress.latestAccuracy)
  }

  /// Takes one step and measures what is due after it.
  ///
  /// A step that measures whole parts of the data is not taken where it is stopped in that.
  ///
  /// - Throws: ``CellFailure`` when the loss or a parameter is no longer a finite number; after the last step the loss is looked at once more.
  mutating func takeStep(_ isStopped: () -> Bool) throws(CellFailure) {
    guard plan.measuresParts(after: step) else { return try takeStep(measuringUnless: { false }) }
    let before = self
    do throws(CellFailure) {
      try takeStep(measuringUnless: isStopped)
    } catch {
      guard error.kind == .interrupted else { throw error }
      self = before
    }
  }

  private mutating func takeStep(measuringUnless isStopped: () -> Bool) throws(CellFailure) {
    let begun = order.goesOn ? progress.states.values : []
    order.next(filling: &indices)
    let batch = ExampleBatch(examples, at: indices, firstDraw: step * plan.batch)
    var states = begun
    let outcome = evaluator.takeStep(batch, from: &states, &progress.state, by: plan)
    let loss = outcome.loss
    progress.states = PackedFloats(states)
    progress.loss = loss
    guard loss.isFinite else { throw divergence("the loss is \(Self.words(loss)) at step \(step)") }
    guard progress.state.isFinite else {
      throw divergence("a parameter is no finite number after the update of step \(step)")
    }
    try measure(
      batch, from: begun,
      UpdateFacts(learningRate: plan.learningRate(at: step), gradientNorm: outcome.gradientNorm), isStopped)
    progress.step += 1
  }

  private static func words(_ loss: Double) -> String { loss.isNaN ? "not a number" : "infinite" }

  private func divergence(_ what: String) -> CellFailure {
    CellFailure(
      "\(what), with learning_rate \(plan.learningRate(at: step))", suggestion: "a smaller learning_rate usually helps")
  }

  /// Measures what is due after the step, and after the last one everything.
  private mutating func measure(
    _ batch: ExampleBatch, from states: [Float], _ facts: UpdateFacts, _ isStopped: () -> Bool
  ) throws(CellFailure) {
    var results: [Measure.Subject: SplitEvaluation] = [:]
    let isDue = plan.measures.map { $0.timing.isDue(after: step, epochSteps: plan.epochSteps) }
    for index in plan.measures.indices where isDue[index] {
      try record(index, batch, from: states, facts, in: &results, isStopped)
      keepIfBest(index)
    }
    progress.hasStopped = plan.stops(after: step + 1, progress.series)
    guard step == plan.steps - 1 || progress.hasStopped else { return }
    // What is measured because the training ends leaves no trace in a longer one.
    let place = testOrder
    for index in plan.measures.indices where !isDue[index] {
      try record(index, batch, from: states, facts, in: &results, isStopped)
    }
    testOrder = place
    let loss = try evaluation(of: .batch, batch, from: states, in: &results, isStopped).meanLoss
    guard loss.isFinite else { throw divergence("the loss is \(Self.words(loss)) after the last step") }
  }

  private mutating func record(
    _ index: Int, _ batch: ExampleBatch, from states: [Float], _ facts: UpdateFacts,
    in results: inout [Measure.Subject: SplitEvaluation], _ isStopped: () -> Bool
  ) throws(CellFailure) {
    let measure = plan.measures[index]
    let value: Double
    switch measure.quantity {
    case .update(let metric): value = metric.value(facts)
    case .evaluation(let subject, let rule):
      value = rule.value(try evaluation(of: subject, batch, from: states, in: &results, isStopped))
    }
    let place = measure.timing.place(of: step, epochSteps: plan.epochSteps)
    progress.series[index].points.append(SeriesPoint(x: place, y: value))
  }

  /// Keeps the weights where what decides on them was never better.
  private mutating func keepIfBest(_ index: Int) {
    let series = progress.series[index]
    guard series.name == plan.keepsBest, let value = series.points.last?.y, !value.isNaN else { return }
    if let best = progress.best?.value, !series.metric.isBetter(value, than: best) { return }
    progress.best = BestWeights(step: step, value: value, parameters: PackedFloats(progress.state.parameters))
  }

  /// What was evaluated of a subject already, or is now.
  private mutating func evaluation(
    of subject: Measure.Subject, _ batch: ExampleBatch, from states: [Float],
    in results: inout [Measure.Subject: SplitEvaluation], _ isStopped: () -> Bool
  ) throws(CellFailure) -> SplitEvaluation {
    if let known = results[subject] { return known }
    let made = try evaluate(subject, batch, from: states, isStopped)
    results[subject] = made
    return made
  }

  private mutating func evaluate(
    _ subject: Measure.Subject, _ batch: ExampleBatch, from states: [Float], _ isStopped: () -> Bool
  ) throws(CellFailure) -> SplitEvaluation {
    let parameters = progress.state.parameters
    switch subject {
    case .batch:
      var states = states
      return evaluator.evaluate(batch, from: &states, parameters: parameters)
    case .testBatch:
      guard let test = data.examples(.test), testOrder != nil else { return SplitEvaluation() }
      var indices = indices
      testOrder?.next(filling: &indices)
      var states: [Float] = []
      return evaluator.evaluate(
        ExampleBatch(test, at: indices), from: &states, parameters: parameters)
    case .train, .validation, .test:
      guard let part = data.examples(subject.split ?? .test) else { return SplitEvaluation() }
      let evaluation = evaluator.evaluate(part, parameters: parameters, isStopped: isStopped)
      guard evaluation.examples == part.count else {
        throw CellFailure("stopped while it was measured", kind: .interrupted)
      }
      return evaluation
    }
  }
}
