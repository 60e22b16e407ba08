import RecurrentEngine

/// What a network made of some examples: one output an example, or one each time step.
struct SplitEvaluation {
  /// The loss of each output, 0 where there is nothing to tell, example by example.
  private(set) var losses: [Double] = []
  /// The class that each output says, nil where it is no number; empty where numbers are to be told.
  private(set) var predictions: [Int?] = []
  /// The K numbers that each output says; empty where classes are to be told.
  private(set) var numbers: [Float] = []
  private(set) var errors = NumberErrors()
  private(set) var correct = 0
  /// How many outputs there was something to tell at.
  private(set) var targets = 0
  private(set) var examples = 0

  init() {}

  /// What was said of a batch, held against its targets.
  init(_ evaluation: Evaluation, of batch: Batch) {
    self.init(evaluation, errors: NumberErrors(evaluation, of: batch), examples: batch.count)
  }

  init(_ evaluation: Evaluation, errors: NumberErrors = NumberErrors(), examples: Int) {
    losses = evaluation.losses
    predictions = evaluation.predictions
    numbers = evaluation.numbers
    self.errors = errors
    correct = evaluation.correct
    targets = evaluation.targetCount
    self.examples = examples
  }

  mutating func append(_ evaluation: SplitEvaluation) {
    losses += evaluation.losses
    predictions += evaluation.predictions
    numbers += evaluation.numbers
    errors.append(evaluation.errors)
    correct += evaluation.correct
    targets += evaluation.targets
    examples += evaluation.examples
  }

  /// The same with the outputs of example i where `order` has it.
  func sorted(by order: [Int]) -> SplitEvaluation {
    let places = order.indices.sorted { order[$0] < order[$1] }
    func rearranged<Element>(_ values: [Element]) -> [Element] {
      let each = values.count / max(1, order.count)
      return places.flatMap { values[$0 * each..<($0 + 1) * each] }
    }
    var sorted = self
    sorted.losses = rearranged(losses)
    sorted.predictions = rearranged(predictions)
    sorted.numbers = rearranged(numbers)
    sorted.errors = errors.rearranged(rearranged)
    return sorted
  }

  /// How many outputs are no numbers and so say nothing.
  var unreadCount: Int { predictions.count { $0 == nil } + numbers.count { !$0.isFinite } }

  /// How many readings or numbers the outputs are.
  var saidCount: Int { predictions.count + numbers.count }

  /// Some of these outputs from the largest loss down; before all others those whose loss is no number.
  func worst(_ count: Int, among outputs: some Sequence<Int>) -> ArraySlice<Int> {
    func size(_ output: Int) -> Double { losses[output].isNaN ? .infinity : losses[output] }
    return outputs.sorted { (size($1), $0) < (size($0), $1) }.prefix(count)
  }

  var accuracy: Double { Double(correct) / Double(max(1, targets)) }

  /// Added in the order of the examples.
  var meanLoss: Double { mean(losses) }

  var meanSquaredError: Double { mean(errors.squares) }

  var meanAbsoluteError: Double { mean(errors.magnitudes) }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, targets)) }
}
