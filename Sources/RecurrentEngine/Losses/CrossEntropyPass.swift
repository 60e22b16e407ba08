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
    let sum = sumOfOutputs(step: step, row: row)
    return targets.shares.told(target).reduce(0) { loss, told in
      let probability = Double(outputs.values[step: step, row: row, column: told] / sum)
      guard !probability.isNaN else { return .nan }
      return loss - targets.shares.share(of: told, target: target)
        * PortableMath.log(min(max(probability, Self.clip), 1 - Self.clip))
    }
  }

  /// Each -log q[k] has the gradient g = -1/q[k] at k alone, and nothing where it is clipped.
  func backward(step: Int, row: Int, _ targets: TargetTable, scale: Float) {
    let (gradient, rows) = (outputs.gradient.step(step), row..<row + 1)
    guard let target = targets.class(row: row, step: step) else { return gradient.clear(rows: rows) }
    let sum = sumOfOutputs(step: step, row: row)
    func slope(_ told: Int) -> (slope: Float, probability: Float) {
      let probability = outputs.values[step: step, row: row, column: told] / sum
      let isClipped = Double(probability) < Self.clip || Double(probability) > 1 - Self.clip
      let share = Float(targets.shares.share(of: told, target: target))
      return (isClipped ? 0 : -share / probability * scale, probability)
    }
    let told = targets.shares.told(target)
    let overlap = told.reduce(0 as Float) { $0 + slope($1).slope * slope($1).probability }
    gradient.fill(rows: rows, with: -overlap / sum)
    for told in told { gradient[step: 0, row: row, column: told] += slope(told).slope / sum }
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
