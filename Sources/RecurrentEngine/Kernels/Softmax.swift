/// exp(z - max z) / Σ exp(z - max z) of one row.
enum Softmax {
  /// Turns a row of logits into probabilities in place.
  ///
  /// - Returns: The largest logit, and the sum of the exponentials, added in ascending order.
  static func apply(to matrix: PanelMatrix, row: Int) -> (maximum: Float, sum: Float) {
    var maximum = matrix[step: 0, row: row, column: 0]
    for column in 1..<max(matrix.columns, 1) {
      let value = matrix[step: 0, row: row, column: column]
      if value > maximum { maximum = value }
    }
    let place = row * PanelMatrix.width
    for panel in 0..<matrix.panels {
      let values = matrix.panel(step: 0, panel)
      values.setLanes(place, ElementaryFunctions.exp(values.lanes(place) - maximum))
    }
    var sum: Float = 0
    for column in 0..<matrix.columns { sum += matrix[step: 0, row: row, column: column] }
    for panel in 0..<matrix.panels {
      let values = matrix.panel(step: 0, panel)
      values.setLanes(place, values.lanes(place) / sum)
    }
    return (maximum, sum)
  }

  /// Turns the gradient of a row of probabilities into that of the logits, which may take its place: p·(g - Σ g·p).
  static func differentiate(_ gradient: PanelMatrix, outputs: PanelMatrix, row: Int, into target: PanelMatrix) {
    var overlap: Float = 0
    for column in 0..<gradient.columns {
      overlap += gradient[step: 0, row: row, column: column] * outputs[step: 0, row: row, column: column]
    }
    target.setLanes(gradient, outputs, rows: row..<row + 1, ThroughSoftmax(overlap: overlap))
  }
}
