/// The outputs of a network that tells classes apart, K values each, and what they say.
struct ClassOutputs {
  /// The last layer's outputs, [S, B, K].
  let values: PanelMatrix
  let gradient: PanelMatrix
  /// [S, B, K].
  let probabilities: PanelMatrix

  init(_ values: PanelMatrix, gradient: PanelMatrix, arena: Arena) {
    self.values = values
    self.gradient = gradient
    probabilities = arena.matrix(steps: values.steps, columns: values.columns, rows: values.rows)
  }

  /// Takes the values of an output as its probabilities.
  func takeProbabilities(step: Int, row: Int) {
    probabilities.step(step).copy(values.step(step), rows: row..<row + 1)
  }

  /// Appends the class and the probabilities that an output says.
  func say(step: Int, row: Int, _ targets: TargetTable, in evaluation: inout Evaluation) {
    let prediction = prediction(step: step, row: row)
    if let target = targets.class(row: row, step: step), prediction == target { evaluation.correct += 1 }
    evaluation.predictions.append(prediction)
    for column in 0..<probabilities.columns {
      evaluation.probabilities.append(probabilities[step: step, row: row, column: column])
    }
  }

  /// The class with the largest of the values of an output, the first of equals; nil where one of them is no finite number.
  private func prediction(step: Int, row: Int) -> Int? {
    var best = 0
    for column in 0..<values.columns {
      let value = values[step: step, row: row, column: column]
      guard value.isFinite else { return nil }
      if value > values[step: step, row: row, column: best] { best = column }
    }
    return best
  }
}
