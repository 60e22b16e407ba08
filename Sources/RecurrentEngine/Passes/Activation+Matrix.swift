import CVectorLanes

extension Activation {
  /// Turns the sums of one step into outputs, in place.
  func apply(to matrix: PanelMatrix, rows: Range<Int>) {
    switch self {
    case .none: break
    case .tanh: matrix.mapLanes(rows: rows) { ElementaryFunctions.tanh($0) }
    case .relu: matrix.mapLanes(rows: rows) { lanes16_at_least($0, 0) }
    case .sigmoid: matrix.mapLanes(rows: rows) { ElementaryFunctions.sigmoid($0) }
    case .softmax:
      for row in rows { _ = Softmax.apply(to: matrix, row: row) }
    }
  }

  /// Turns the gradient of one step's outputs into that of the sums, in place.
  func differentiate(_ gradient: PanelMatrix, outputs: PanelMatrix, rows: Range<Int>) {
    switch self {
    case .none: break
    case .tanh: gradient.combineLanes(outputs, rows: rows) { $0 * lanes16_fma(-$1, $1, Lanes(repeating: 1)) }
    case .relu: gradient.combineLanes(outputs, rows: rows) { lanes16_where_positive($0, $1) }
    case .sigmoid: gradient.combineLanes(outputs, rows: rows) { $0 * ($1 * (1 - $1)) }
    case .softmax:
      for row in rows { Softmax.differentiate(gradient, outputs: outputs, row: row) }
    }
  }
}

extension PanelMatrix {
  /// Replaces the values of the first step.
  @inline(__always)
  func mapLanes(rows: Range<Int>, _ transform: (Lanes) -> Lanes) {
    for panel in 0..<panels {
      let values = self.panel(step: 0, panel)
      for row in rows {
        let place = row * PanelMatrix.width
        values.setLanes(place, transform(values.lanes(place)))
      }
    }
  }

  /// Replaces the values of the first step by those of a function of them and of another matrix of the same shape.
  @inline(__always)
  func combineLanes(_ other: PanelMatrix, rows: Range<Int>, _ transform: (Lanes, Lanes) -> Lanes) {
    for panel in 0..<panels {
      let values = self.panel(step: 0, panel)
      let others = other.panel(step: 0, panel)
      for row in rows {
        let place = row * PanelMatrix.width
        values.setLanes(place, transform(values.lanes(place), others.lanes(place)))
      }
    }
  }
}
