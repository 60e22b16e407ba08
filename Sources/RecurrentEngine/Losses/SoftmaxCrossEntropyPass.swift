import SeededRandom

/// Softmax cross-entropy at work: log Σ exp(y) - y[target], with the gradient softmax(y) less 1 at the target;
/// of smoothed labels the mean of that by what is to be said of each class.
final class SoftmaxCrossEntropyPass: LossPass {
  private let outputs: ClassOutputs

  init(_ outputs: ClassOutputs) {
    self.outputs = outputs
  }

  func forward(step: Int, row: Int, _ targets: TargetTable) -> Double {
    outputs.takeProbabilities(step: step, row: row)
    let (maximum, sum) = Softmax.apply(to: outputs.probabilities.step(step), row: row)
    guard let target = targets.class(row: row, step: step) else { return 0 }
    guard sum.isFinite && sum > 0 else { return .nan }
    let logSum = PortableMath.log(Double(sum))
    return targets.shares.told(target).reduce(0) { loss, told in
      let logit = outputs.values[step: step, row: row, column: told]
      return loss + targets.shares.share(of: told, target: target) * (logSum - (Double(logit) - Double(maximum)))
    }
  }

  func backward(step: Int, row: Int, _ targets: TargetTable, scale: Float) {
    let (gradient, rows) = (outputs.gradient.step(step), row..<row + 1)
    guard let target = targets.class(row: row, step: step) else { return gradient.clear(rows: rows) }
    let others = Float(targets.shares.ofOthers)
    gradient.setLanes(outputs.probabilities.step(step), rows: rows, ScaledExcess(share: others, scale: scale))
    gradient[step: 0, row: row, column: target] =
      (outputs.probabilities[step: step, row: row, column: target] - Float(targets.shares.ofTarget)) * scale
  }

  func say(step: Int, row: Int, _ targets: TargetTable, in evaluation: inout Evaluation) {
    outputs.say(step: step, row: row, targets, in: &evaluation)
  }
}
