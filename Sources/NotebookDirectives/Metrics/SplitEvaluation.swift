import RecurrentEngine

/// What a network made of some examples: one output an example, or one each time step.
struct SplitEvaluation {
  /// The loss of each output, 0 where there is nothing to tell, example by example.
  private(set) var losses: [Double] = []
  /// The class that each output says; nil where it is no number.
  private(set) var predictions: [Int?] = []
  private(set) var correct = 0
  /// How many outputs there was something to tell at.
  private(set) var targets = 0
  private(set) var examples = 0

  init() {}

  init(_ evaluation: Evaluation, examples: Int) {
    losses = evaluation.losses
    predictions = evaluation.predictions
    correct = evaluation.correct
    targets = evaluation.targetCount
    self.examples = examples
  }

  mutating func append(_ evaluation: SplitEvaluation) {
    losses += evaluation.losses
    predictions += evaluation.predictions
    correct += evaluation.correct
    targets += evaluation.targets
    examples += evaluation.examples
  }

  /// The same with the outputs of example i where `order` has it.
  func sorted(by order: [Int]) -> SplitEvaluation {
    guard !order.isEmpty else { return self }
    let outputs = losses.count / order.count
    let places = order.indices.sorted { order[$0] < order[$1] }
    var sorted = self
    sorted.losses = places.flatMap { losses[$0 * outputs..<($0 + 1) * outputs] }
    sorted.predictions = places.flatMap { predictions[$0 * outputs..<($0 + 1) * outputs] }
    return sorted
  }

  /// How many outputs are no numbers and so say no class.
  var unreadCount: Int { predictions.count { $0 == nil } }

  /// Some of these outputs from the largest loss down; before all others those whose loss is no number.
  func worst(_ count: Int, among outputs: some Sequence<Int>) -> ArraySlice<Int> {
    func size(_ output: Int) -> Double { losses[output].isNaN ? .infinity : losses[output] }
    return outputs.sorted { (size($1), $0) < (size($0), $1) }.prefix(count)
  }

  var accuracy: Double { Double(correct) / Double(max(1, targets)) }

  /// Added in the order of the examples.
  var meanLoss: Double { losses.reduce(0, +) / Double(max(1, targets)) }
}
