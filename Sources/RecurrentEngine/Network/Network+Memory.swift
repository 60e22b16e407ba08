extension Network {
  /// The bytes that a workspace with room for so many rows takes, a little more rather than less.
  package func workspaceBytes(capacity: Int) -> Double {
    let rows = Double(PanelMatrix.room(rows: capacity))
    func padded(_ columns: Int) -> Double { Double(PanelMatrix.panels(columns) * PanelMatrix.width) }
    var floats = rows * Double(input.steps) * padded(input.features)
    for (index, layer) in layers.enumerated() {
      let steps = index <= (lastRecurrentIndex ?? -1) ? input.steps : 1
      // A layer keeps its gates, its outputs and their gradients; an LSTM its cells and their tanh as well.
      let matrices = layer.gates + (layer.gates == 4 ? 4 : 2)
      floats += rows * Double((steps + 2) * matrices) * padded(layer.units)
    }
    // Kernels stand packed forwards and backwards, beside their gradient and the parts it is added up from.
    for shape in kernelShapes { floats += 4 * Double(shape.rows + 1) * padded(shape.units) * Double(shape.gates) }
    let partsOfThreads = 1e6
    return floats * Double(MemoryLayout<Float>.stride) + partsOfThreads
  }
}
