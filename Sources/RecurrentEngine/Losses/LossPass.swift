import SeededRandom

/// The loss at work: one value, one prediction and K probabilities for each of the network's outputs, and their gradient.
///
/// There are S outputs a row: one, or one each step.
struct LossPass {
  private let loss: Loss
  /// The last layer's outputs, [S, B, K].
  private let outputs: PanelMatrix
  private let outputGradient: PanelMatrix
  /// [S, B, K].
  private let probabilities: PanelMatrix

  init(_ loss: Loss, outputs: PanelMatrix, outputGradient: PanelMatrix, arena: Arena) {
    self.loss = loss
    self.outputs = outputs
    self.outputGradient = outputGradient
    probabilities = arena.matrix(steps: outputs.steps, columns: outputs.columns, rows: outputs.rows)
  }

  /// The outputs of a row (S).
  var steps: Int { outputs.steps }

  /// The loss of one output, 0 where it has no target; leaves its probabilities behind.
  func forward(step: Int, row: Int, target: Int?) -> Double {
    let probabilities = probabilities.step(step)
    probabilities.combineLanes(outputs.step(step), rows: row..<row + 1) { $1 }
    switch loss {
    case .softmaxCrossEntropy:
      let (maximum, sum) = Softmax.apply(to: probabilities, row: row)
      guard let target else { return 0 }
      let logit = outputs[step: step, row: row, column: target]
      guard sum.isFinite && sum > 0 else { return .nan }
      return PortableMath.log(Double(sum)) - (Double(logit) - Double(maximum))
    case .crossEntropy:
      guard let target else { return 0 }
      let probability = Double(outputs[step: step, row: row, column: target] / sumOfOutputs(step: step, row: row))
      guard !probability.isNaN else { return .nan }
      return -PortableMath.log(min(max(probability, Loss.clip), 1 - Loss.clip))
    }
  }

  /// Writes the gradient of one output, zero where it has no target.
  ///
  /// `scale` is one divided by the number of targets, since the loss is the mean over them.
  func backward(step: Int, row: Int, target: Int?, scale: Float) {
    let (gradient, rows) = (outputGradient.step(step), row..<row + 1)
    guard let target else { return gradient.clear(rows: rows) }
    switch loss {
    case .softmaxCrossEntropy:
      gradient.combineLanes(probabilities.step(step), rows: rows) { $1 * scale }
      gradient[step: 0, row: row, column: target] =
        (probabilities[step: step, row: row, column: target] - 1) * scale
    case .crossEntropy:
      // q = p/Σp: the loss -log q[target] has the gradient g = -1/q[target] at the target alone, and nothing where it is clipped.
      let sum = sumOfOutputs(step: step, row: row)
      let probability = outputs[step: step, row: row, column: target] / sum
      let isClipped = Double(probability) < Loss.clip || Double(probability) > 1 - Loss.clip
      let slope = isClipped ? 0 : -1 / probability * scale
      gradient.mapLanes(rows: rows) { _ in Lanes(repeating: -(slope * probability) / sum) }
      gradient[step: 0, row: row, column: target] += slope / sum
    }
  }

  /// The class with the largest of the values of an output, the first of equals; nil where one of them is no finite number.
  func prediction(step: Int, row: Int) -> Int? {
    var best = 0
    for column in 0..<outputs.columns {
      let value = outputs[step: step, row: row, column: column]
      guard value.isFinite else { return nil }
      if value > outputs[step: step, row: row, column: best] { best = column }
    }
    return best
  }

  /// Appends the probabilities of an output, [K].
  func appendProbabilities(step: Int, row: Int, to array: inout [Float]) {
    for column in 0..<probabilities.columns { array.append(probabilities[step: step, row: row, column: column]) }
  }

  private func sumOfOutputs(step: Int, row: Int) -> Float {
    var sum: Float = 0
    for column in 0..<outputs.columns { sum += outputs[step: step, row: row, column: column] }
    return sum
  }
}

extension Loss {
  /// How close to 0 and 1 a probability may come.
  fileprivate static let clip = 1e-7
}
