import Datasets
import NotebookPlanning
import RecurrentEngine

/// Networks that speak as one: the mean of the probabilities, or of the numbers, that they say.
struct Ensemble {
  /// A network, and the examples as it reads them.
  struct Member {
    let model: Model
    let examples: any ExampleSet
  }

  private let members: [(evaluator: Evaluator, parameters: [Float], examples: any ExampleSet)]

  /// Makes the memory for evaluating whole sets.
  ///
  /// - Parameters:
  ///   - members: Who speaks; one speaks for itself. Each reads the same examples, of which the same is to be told.
  ///   - threads: How many threads share the work.
  ///   - communicator: The ranks that share the rows of each batch.
  init(_ members: [Member], threads: Int, communicator: (any Communicator)? = nil) {
    self.members = members.map { member in
      let evaluator = Evaluator(
        network: member.model.network, shape: member.examples.shape, threads: threads, communicator: communicator)
      return (evaluator, member.model.parameters, member.examples)
    }
  }

  /// Evaluates all examples, in order.
  ///
  /// - Returns: What they make of the examples together, and what each of them makes of them alone.
  func evaluate(isCancelled: () -> Bool) -> (together: SplitEvaluation, alone: [SplitEvaluation]) {
    guard let examples = members.first?.examples else { return (SplitEvaluation(), []) }
    var states: [[Float]] = []
    var whole = examples.evaluated(at: Array(0..<examples.count), isCancelled: isCancelled) { batch, goesOn in
      if !goesOn { states = members.map { _ in [] } }
      let rows = members.map { ExampleBatch($0.examples, at: batch.indices).batch }
      let alone = members.indices.map { place in
        members[place].evaluator.evaluate(rows[place], from: &states[place], parameters: members[place].parameters)
      }
      return zip(alone, rows).map { SplitEvaluation($0, of: $1) } + [
        SplitEvaluation(Evaluation(meanOf: alone, of: rows[0]), of: rows[0])
      ]
    }
    let together = whole.popLast() ?? SplitEvaluation()
    return (together, whole)
  }
}
