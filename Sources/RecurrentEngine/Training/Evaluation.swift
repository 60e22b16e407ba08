/// What a network says about the rows of a batch: S outputs a row, one or one each step, row by row.
package struct Evaluation: Sendable {
  /// The loss of each output, 0 where it has no target: [B·S].
  package let losses: [Double]
  /// The class with the largest value of each output, the first of equals, and nil where one of the values is no finite number: [B·S].
  package let predictions: [Int?]
  /// [B·S, K].
  package let probabilities: [Float]
  /// How many predictions are the target.
  package let correct: Int
  /// How many outputs have a target.
  package let targetCount: Int

  /// The losses added in row order and divided by the number of targets.
  package var meanLoss: Double {
    losses.reduce(0, +) / Double(targetCount)
  }
}
