import SeededRandom

/// Softmax cross-entropy at work: log Σ exp(y) - y[target], with the gradient softmax(y) less 1 at the target.
final class SoftmaxCrossEntropyPass: LossPass {
  private let outputs: ClassOutputs

  init(_ outputs: ClassOutputs) {
    self.outputs = outputs
  }

  func forward(step: Int, row: Int, _ targets: TargetTable) -> Double {
    outputs.takeProbabilities(step: step, row: row)
    let (maximum, sum) = Softmax.apply(to: outputs.probabilities.step(step), row: row)
    guard let target = targets.class(row: row, step: step) else { return 0 }
    let logit = outputs.values[step: step, row: row, column: target]
    guard sum.isFinite && sum > 0 else { return .nan }
    return PortableMath.log(Double(sum)) - (Double(logit) - Double(maximum))
  }

  func backward(step: Int, row: Int, _ targets: TargetTable, scale: Float) {
    let (gradient, rows) = (outputs.gradient.step(step), row..<row + 1)
    guard let target = targets.class(row: row, step: step) else { return gradient.clear(rows: rows) }
    gradient.combineLanes(outputs.probabilities.step(step), rows: rows) { $1 * scale }
    gradient[step: 0, row: row, column: target] =
      (outputs.probabilities[step: step, row: row, column: target] - 1) * scale
  }

  func say(step: Int, row: Int, _ targets: TargetTable, in evaluation: inout Evaluation) {
    outputs.say(step: step, row: row, targets, in: &evaluation)
  }
}
