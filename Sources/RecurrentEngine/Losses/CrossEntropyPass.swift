import SeededRandom

/// Cross-entropy of probabilities at work: -log q[target] with q = p/Σp, clipped.
final class CrossEntropyPass: LossPass {
  /// How close to 0 and 1 a probability may come.
  private static let clip = 1e-7

  private let outputs: ClassOutputs

  init(_ outputs: ClassOutputs) {
    self.outputs = outputs
  }

  func forward(step: Int, row: Int, _ targets: TargetTable) -> Double {
    outputs.takeProbabilities(step: step, row: row)
    guard let target = targets.class(row: row, step: step) else { return 0 }
    let probability = Double(
      outputs.values[step: step, row: row, column: target] / sumOfOutputs(step: step, row: row))
    guard !probability.isNaN else { return .nan }
    return -PortableMath.log(min(max(probability, Self.clip), 1 - Self.clip))
  }

  /// The loss -log q[target] has the gradient g = -1/q[target] at the target alone, and nothing where it is clipped.
  func backward(step: Int, row: Int, _ targets: TargetTable, scale: Float) {
    let (gradient, rows) = (outputs.gradient.step(step), row..<row + 1)
    guard let target = targets.class(row: row, step: step) else { return gradient.clear(rows: rows) }
    let sum = sumOfOutputs(step: step, row: row)
    let probability = outputs.values[step: step, row: row, column: target] / sum
    let isClipped = Double(probability) < Self.clip || Double(probability) > 1 - Self.clip
    let slope = isClipped ? 0 : -1 / probability * scale
    gradient.mapLanes(rows: rows) { _ in Lanes(repeating: -(slope * probability) / sum) }
    gradient[step: 0, row: row, column: target] += slope / sum
  }

  func say(step: Int, row: Int, _ targets: TargetTable, in evaluation: inout Evaluation) {
    outputs.say(step: step, row: row, targets, in: &evaluation)
  }

  private func sumOfOutputs(step: Int, row: Int) -> Float {
    var sum: Float = 0
    for column in 0..<outputs.values.columns { sum += outputs.values[step: step, row: row, column: column] }
    return sum
  }
}
