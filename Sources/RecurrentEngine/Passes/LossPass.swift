import SeededRandom

/// The loss at work: one value, one prediction and K probabilities a row, and the gradient of the outputs.
struct LossPass {
  private let loss: Loss
  /// The last layer's outputs, [B, K].
  private let outputs: PanelMatrix
  private let outputGradient: PanelMatrix
  /// [B, K].
  private let probabilities: PanelMatrix

  init(_ loss: Loss, outputs: PanelMatrix, outputGradient: PanelMatrix, arena: Arena) {
    self.loss = loss
    self.outputs = outputs
    self.outputGradient = outputGradient
    probabilities = arena.matrix(steps: 1, columns: outputs.columns, rows: outputs.rows)
  }

  /// The loss of one row; leaves the row's probabilities behind.
  func forward(row: Int, label: Int) -> Double {
    let logit = outputs[step: 0, row: row, column: label]
    probabilities.combineLanes(outputs, rows: row..<row + 1) { $1 }
    switch loss {
    case .softmaxCrossEntropy:
      let (maximum, sum) = Softmax.apply(to: probabilities, row: row)
      guard sum.isFinite && sum > 0 else { return .nan }
      return PortableMath.log(Double(sum)) - (Double(logit) - Double(maximum))
    case .crossEntropy:
      let probability = Double(logit / sumOfOutputs(row: row))
      guard !probability.isNaN else { return .nan }
      return -PortableMath.log(min(max(probability, Loss.clip), 1 - Loss.clip))
    }
  }

  /// Writes the gradient of a row's outputs.
  ///
  /// `scale` is one divided by the rows of the batch, since the loss is their mean.
  func backward(row: Int, label: Int, scale: Float) {
    switch loss {
    case .softmaxCrossEntropy:
      outputGradient.combineLanes(probabilities, rows: row..<row + 1) { $1 * scale }
      outputGradient[step: 0, row: row, column: label] =
        (probabilities[step: 0, row: row, column: label] - 1) * scale
    case .crossEntropy:
      // q = p/Σp: the loss -log q[label] has the gradient g = -1/q[label] at the label alone, and nothing where it is clipped.
      let sum = sumOfOutputs(row: row)
      let probability = outputs[step: 0, row: row, column: label] / sum
      let isClipped = Double(probability) < Loss.clip || Double(probability) > 1 - Loss.clip
      let slope = isClipped ? 0 : -1 / probability * scale
      outputGradient.mapLanes(rows: row..<row + 1) { _ in Lanes(repeating: -(slope * probability) / sum) }
      outputGradient[step: 0, row: row, column: label] += slope / sum
    }
  }

  /// The class with the largest output of a row, the first of equals; class 0 if none compares.
  func prediction(row: Int) -> Int {
    var best = 0
    for column in 1..<max(outputs.columns, 1)
    where outputs[step: 0, row: row, column: column] > outputs[step: 0, row: row, column: best] {
      best = column
    }
    return best
  }

  func probability(row: Int, class column: Int) -> Float {
    probabilities[step: 0, row: row, column: column]
  }

  private func sumOfOutputs(row: Int) -> Float {
    var sum: Float = 0
    for column in 0..<outputs.columns { sum += outputs[step: 0, row: row, column: column] }
    return sum
  }
}

extension Loss {
  /// How close to 0 and 1 a probability may come.
  fileprivate static let clip = 1e-7
}
