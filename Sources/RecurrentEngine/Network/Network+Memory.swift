extension Network {
  /// The bytes that a workspace with room for so many rows takes, a little more rather than less.
  package func workspaceBytes(capacity: Int) -> Double {
    let rows = Double(PanelMatrix.room(rows: capacity))
    func padded(_ columns: Int) -> Double { Double(PanelMatrix.panels(columns) * PanelMatrix.width) }
    var floats = rows * Double(input.steps) * padded(input.features)
    let folded = foldedLayers
    for (index, layer) in layers.enumerated() where !folded.contains(index) {
      let steps = index <= (lastRecurrentIndex ?? -1) ? input.steps : 1
      floats += rows * Double((steps + 2) * layer.matrices) * padded(layer.units)
    }
    // Kernels stand packed forwards and backwards, beside their gradient and the parts it is added up from.
    for shape in kernelShapes { floats += 4 * Double(shape.rows + 1) * padded(shape.units) * Double(shape.gates) }
    let partsOfThreads = 1e6
    return floats * Double(MemoryLayout<Float>.stride) + partsOfThreads
  }
}

extension Layer {
  /// The matrices that a layer keeps for each step: its sums or their gradient, its outputs and their gradient; an LSTM its cells and their
  /// tanh as well.
  fileprivate var matrices: Int {
    switch self {
    case .dense: 2
    case .simpleRNN: 3
    case .lstm: gates + 4
    }
  }
}
