/// What a network says about the rows of a batch: S outputs a row, one or one each step, row by row.
package struct Evaluation: Sendable {
  /// The loss of each output, 0 where it has no target: [B·S].
  package internal(set) var losses: [Double]
  /// The class with the largest value of each output, the first of equals, and nil where one of the values is no finite number.
  ///
  /// [B·S], empty where the targets are numbers.
  package internal(set) var predictions: [Int?]
  /// [B·S, K], empty where the targets are numbers.
  package internal(set) var probabilities: [Float]
  /// What each output says where the targets are numbers: [B·S, K], empty where they are classes.
  package internal(set) var numbers: [Float]
  /// How many predictions are the target.
  package internal(set) var correct: Int
  /// How many outputs have a target.
  package let targetCount: Int

  package init(
    losses: [Double] = [], predictions: [Int?] = [], probabilities: [Float] = [], numbers: [Float] = [],
    correct: Int = 0,
    targetCount: Int
  ) {
    self.losses = losses
    self.predictions = predictions
    self.probabilities = probabilities
    self.numbers = numbers
    self.correct = correct
    self.targetCount = targetCount
  }

  /// The losses added in row order and divided by the number of targets.
  package var meanLoss: Double {
    losses.reduce(0, +) / Double(targetCount)
  }
}
