import Datasets
import NotebookPlanning
import RecurrentEngine

/// Puts the examples of a data set through a network, batch by batch.
///
/// Examples of a running sequence begin in the states that those before them ended in. These are handed in and out, so that nothing depends
/// on what was evaluated in between.
struct Evaluator {
  private let workspace: Workspace

  /// Makes the memory for batches of some rows and for evaluating whole sets.
  ///
  /// - Parameters:
  ///   - network: What the examples go through.
  ///   - shape: What they are.
  ///   - batch: The rows of a training batch.
  ///   - threads: How many threads share the work.
  ///   - seed: What layers draw random numbers by while they train.
  ///   - communicator: The ranks that take every step together.
  init(
    network: Network, shape: ExampleShape, batch: Int = 1, threads: Int, seed: UInt64 = 0,
    communicator: (any Communicator)? = nil
  ) {
    workspace = Workspace(
      network: network, capacity: Self.capacity(batch: batch, shape), threads: threads, seed: seed,
      communicator: communicator)
  }

  /// The rows that there is memory for where training takes batches of `batch`.
  static func capacity(batch: Int = 1, _ shape: ExampleShape) -> Int { max(batch, shape.evaluatedRows) }

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
    return carrying(&states, through: rows) {
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
    let rows = batch.batch
    return SplitEvaluation(evaluate(rows, from: &states, parameters: parameters), of: rows)
  }

  /// Evaluates a batch as the engine takes it.
  func evaluate(_ rows: Batch, from states: inout [Float], parameters: [Float]) -> Evaluation {
    carrying(&states, through: rows) { workspace.evaluate(rows, parameters: parameters) }
  }

  /// Evaluates some examples that stand alone, in the order given, or a whole set; fewer where it is stopped.
  func evaluate(
    _ examples: any ExampleSet, at indices: [Int], parameters: [Float], isStopped: () -> Bool = { false }
  ) -> SplitEvaluation {
    var states: [Float] = []
    let whole = examples.evaluated(at: indices, isCancelled: isStopped) { batch, goesOn in
      if !goesOn { states = [] }
      return [evaluate(batch, from: &states, parameters: parameters)]
    }
    return whole.first ?? SplitEvaluation()
  }

  /// Evaluates all examples of a set, in order, or the first where it is stopped.
  func evaluate(_ examples: any ExampleSet, parameters: [Float], isStopped: () -> Bool = { false }) -> SplitEvaluation {
    evaluate(examples, at: Array(0..<examples.count), parameters: parameters, isStopped: isStopped)
  }

  private func carrying<Result>(_ states: inout [Float], through rows: Batch, _ work: () -> Result) -> Result {
    guard rows.carriesState else { return work() }
    workspace.setCarriedStates(states)
    let result = work()
    states = workspace.carriedStates(rows: rows.count)
    return result
  }
}
