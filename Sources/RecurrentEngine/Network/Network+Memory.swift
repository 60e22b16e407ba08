extension Network {
  /// The bytes that a workspace with room for so many rows takes, a little more rather than less.
  package func workspaceBytes(capacity: Int) -> Double {
    let rows = PanelMatrix.room(rows: capacity)
    var floats = PanelMatrix.floats(steps: input.steps, columns: input.features, rows: rows)
    let folded = foldedLayers
    for (index, shape) in layerInputs.enumerated() where !folded.contains(index) {
      floats += layers[index].floats(for: shape, rows: rows)
    }
    // The probabilities.
    floats += PanelMatrix.floats(steps: outputSteps, columns: outputs, rows: rows)
    // Kernels stand packed forwards and backwards, beside their gradient and the parts it is added up from.
    for shape in kernels.joined() {
      floats += 4 * PanelMatrix.floats(steps: 1, columns: shape.units, gates: shape.gates, rows: shape.rows + 1)
    }
    let partsOfThreads = 1e6
    return floats * Double(MemoryLayout<Float>.stride) + partsOfThreads
  }
}
