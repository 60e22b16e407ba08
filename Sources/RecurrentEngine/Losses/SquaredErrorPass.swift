/// The mean squared error at work: (1/K)·Σ(y - t)² for each output, with the gradient (2/K)·(y - t).
final class SquaredErrorPass: LossPass {
  /// The last layer's outputs, [S, B, K].
  private let outputs: PanelMatrix
  private let outputGradient: PanelMatrix

  init(_ outputs: PanelMatrix, gradient: PanelMatrix) {
    self.outputs = outputs
    outputGradient = gradient
  }

  /// Adds the squares in ascending order.
  func forward(step: Int, row: Int, _ targets: TargetTable) -> Double {
    guard let target = targets.numbers(row: row, step: step) else { return 0 }
    var sum = 0.0
    for column in 0..<outputs.columns {
      let difference = Double(outputs[step: step, row: row, column: column]) - Double(target[column])
      sum += difference * difference
    }
    return sum / Double(outputs.columns)
  }

  func backward(step: Int, row: Int, _ targets: TargetTable, scale: Float) {
    let gradient = outputGradient.step(step)
    gradient.clear(rows: row..<row + 1)
    guard let target = targets.numbers(row: row, step: step) else { return }
    let factor = 2 * scale / Float(outputs.columns)
    for column in 0..<outputs.columns {
      gradient[step: 0, row: row, column: column] =
        (outputs[step: step, row: row, column: column] - target[column]) * factor
    }
  }

  func say(step: Int, row: Int, _ targets: TargetTable, in evaluation: inout Evaluation) {
    for column in 0..<outputs.columns {
      evaluation.numbers.append(outputs[step: step, row: row, column: column])
    }
  }
}
