import Datasets
import NotebookPlanning
import RecurrentEngine

/// Puts the examples of a data set through a network, batch by batch.
///
/// Examples of a running sequence begin in the states that those before them ended in. These are handed in and out, so that nothing depends
/// on what was evaluated in between.
struct Evaluator {
  private let workspace: Workspace
  private let rows: Int

  /// Makes the memory for batches of some rows and for evaluating whole sets.
  ///
  /// - Parameters:
  ///   - network: What the examples go through.
  ///   - shape: What they are.
  ///   - batch: The rows of a training batch.
  ///   - threads: How many threads share the work.
  ///   - seed: What layers draw random numbers by while they train.
  init(network: Network, shape: ExampleShape, batch: Int = 1, threads: Int, seed: UInt64 = 0) {
    rows = Self.evaluatedRows(shape)
    workspace = Workspace(
      network: network, capacity: Self.capacity(batch: batch, shape), threads: threads, seed: seed)
  }

  /// The rows that there is memory for where training takes batches of `batch`.
  static func capacity(batch: Int = 1, _ shape: ExampleShape) -> Int { max(batch, evaluatedRows(shape)) }

  /// How many examples are evaluated together: enough for the products to be fast.
  ///
  /// A running sequence is cut into so many streams, each of which begins in states of zero; more would begin too often.
  private static func evaluatedRows(_ shape: ExampleShape) -> Int { shape.isRunning ? 16 : 128 }

  /// Makes one update.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - states: What they begin in where they go on from others, and then what they ended in; empty for states of zero.
  ///   - training: The parameters and the optimizer's memory of them.
  ///   - plan: How the training makes its updates.
  /// - Returns: What the step tells of itself.
  func takeStep(
    _ batch: ExampleBatch, from states: inout [Float], _ training: inout TrainingState, by plan: TrainingPlan
  ) -> StepOutcome {
    let step = training.step
    let optimizer = plan.adjustedOptimizer(at: step)
    var rows = batch.batch
    rows.labelSmoothing = plan.labelSmoothing
    return carrying(&states, through: batch) {
      workspace.takeStep(
        rows, state: &training, optimizer: optimizer, clipping: plan.clipping,
        measuringNorm: plan.measuresNorm(after: step))
    }
  }

  /// Evaluates a batch.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - states: What they begin in where they go on from others, and then what they ended in; empty for states of zero.
  ///   - parameters: The network's.
  /// - Returns: What the network says.
  func evaluate(_ batch: ExampleBatch, from states: inout [Float], parameters: [Float]) -> SplitEvaluation {
    carrying(&states, through: batch) {
      let rows = batch.batch
      let evaluation = workspace.evaluate(rows, parameters: parameters)
      return SplitEvaluation(evaluation, errors: NumberErrors(evaluation, of: rows), examples: rows.count)
    }
  }

  /// Evaluates some examples that stand alone, in the order given, or a whole set.
  func evaluate(
    _ examples: any ExampleSet, at indices: [Int], parameters: [Float], isCancelled: () -> Bool = { false }
  ) -> SplitEvaluation {
    var whole = SplitEvaluation()
    var states: [Float] = []
    var order: [Int] = []
    for draw in ExampleWalk(indices, rows: rows, isRunning: examples.shape.isRunning) {
      if isCancelled() { return whole }
      if !draw.goesOn { states = [] }
      whole.append(evaluate(ExampleBatch(examples, at: draw.indices), from: &states, parameters: parameters))
      order += draw.indices
    }
    return examples.shape.isRunning ? whole.sorted(by: order) : whole
  }

  /// Evaluates all examples of a set, in order.
  func evaluate(
    _ examples: any ExampleSet, parameters: [Float], isCancelled: () -> Bool = { false }
  ) -> SplitEvaluation {
    evaluate(examples, at: Array(0..<examples.count), parameters: parameters, isCancelled: isCancelled)
  }

  private func carrying<Result>(_ states: inout [Float], through batch: ExampleBatch, _ work: () -> Result) -> Result {
    guard batch.examples.shape.isRunning else { return work() }
    workspace.setCarriedStates(states)
    let result = work()
    states = workspace.carriedStates(rows: batch.indices.count)
    return result
  }
}
