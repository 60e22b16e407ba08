/// A loss at work on the S outputs of each row, one or one each step: their values, their gradient, and what the outputs say.
protocol LossPass: AnyObject {
  /// The loss of one output, 0 where it has no target.
  func forward(step: Int, row: Int, _ targets: TargetTable) -> Double

  /// Writes the gradient of one output, zero where it has no target.
  ///
  /// `scale` is one divided by the number of targets, since the loss is the mean over them.
  func backward(step: Int, row: Int, _ targets: TargetTable, scale: Float)

  /// Appends what an output says.
  func say(step: Int, row: Int, _ targets: TargetTable, in evaluation: inout Evaluation)
}
