import Datasets
import NotebookPlanning
import RecurrentEngine

/// Networks that speak as one: the mean of the probabilities, or of the numbers, that they say.
struct Ensemble {
  private let members: [(evaluator: Evaluator, parameters: [Float])]

  /// Makes the memory for evaluating whole sets.
  ///
  /// - Parameters:
  ///   - models: Who speaks; one speaks for itself.
  ///   - shape: What the examples are.
  ///   - threads: How many threads share the work.
  ///   - communicator: The ranks that share the rows of each batch.
  init(_ models: [Model], shape: ExampleShape, threads: Int, communicator: (any Communicator)? = nil) {
    members = models.map { model in
      let evaluator = Evaluator(network: model.network, shape: shape, threads: threads, communicator: communicator)
      return (evaluator, model.parameters)
    }
  }

  /// Evaluates all examples of a set, in order.
  ///
  /// - Returns: What they make of the examples together, and what each of them makes of them alone.
  func evaluate(
    _ examples: any ExampleSet, isCancelled: () -> Bool
  ) -> (together: SplitEvaluation, alone: [SplitEvaluation]) {
    var states: [[Float]] = []
    var whole = examples.evaluated(at: Array(0..<examples.count), isCancelled: isCancelled) { batch, goesOn in
      if !goesOn { states = members.map { _ in [] } }
      let rows = batch.batch
      let alone = members.indices.map { place in
        members[place].evaluator.evaluate(rows, from: &states[place], parameters: members[place].parameters)
      }
      return alone.map { SplitEvaluation($0, of: rows) } + [
        SplitEvaluation(Evaluation(meanOf: alone, of: rows), of: rows)
      ]
    }
    let together = whole.popLast() ?? SplitEvaluation()
    return (together, whole)
  }
}
