/// What a network says about the rows of a batch.
package struct Evaluation: Sendable {
  /// The loss of each row.
  package let losses: [Double]
  /// The class with the largest output of each row, the first of equals.
  package let predictions: [Int]
  /// [B, K].
  package let probabilities: [Float]
  /// How many predictions are the label.
  package let correct: Int

  /// The losses added in row order and divided by their number.
  package var meanLoss: Double {
    losses.reduce(0, +) / Double(losses.count)
  }
}
