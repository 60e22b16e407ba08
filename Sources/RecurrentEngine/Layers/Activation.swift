/// What a layer does to its pre-activations.
package enum Activation: String, Sendable, Hashable, CaseIterable {
  case none, tanh, relu, sigmoid, softmax
}

extension Activation {
  /// Turns the pre-activations of one step into outputs, in place.
  func apply(to matrix: PanelMatrix, rows: Range<Int>) {
    switch self {
    case .none: break
    case .tanh: matrix.mapLanes(rows: rows, Tanh())
    case .relu: matrix.mapLanes(rows: rows, Rectifier())
    case .sigmoid: matrix.mapLanes(rows: rows, Sigmoid())
    case .softmax:
      for row in rows { _ = Softmax.apply(to: matrix, row: row) }
    }
  }

  /// Turns the gradient of one step's outputs into that of the pre-activations, which may take its place.
  func differentiate(_ gradient: PanelMatrix, outputs: PanelMatrix, rows: Range<Int>, into target: PanelMatrix) {
    switch self {
    case .none:
      if target.base != gradient.base { target.copy(gradient, rows: rows) }
    case .tanh: target.setLanes(gradient, outputs, rows: rows, ThroughTanh())
    case .relu: target.setLanes(gradient, outputs, rows: rows, ThroughRectifier())
    case .sigmoid: target.setLanes(gradient, outputs, rows: rows, ThroughSigmoid())
    case .softmax:
      for row in rows { Softmax.differentiate(gradient, outputs: outputs, row: row, into: target) }
    }
  }
}
