extension Network {
  /// The bytes that a row of a batch takes in a workspace, about.
  var rowBytes: Double { matrixFloats(rows: 1) * Double(MemoryLayout<Float>.stride) }

  /// The floats of the matrices for so many rows.
  private func matrixFloats(rows: Int) -> Double {
    var floats = PanelMatrix.floats(steps: input.steps, columns: inputColumns, rows: rows)
    let folded = foldedLayers
    for (index, shape) in layerInputs.enumerated() where !folded.contains(index) {
      floats += layers[index].floats(for: shape, rows: rows)
    }
    // The probabilities.
    return floats + PanelMatrix.floats(steps: outputSteps, columns: outputs, rows: rows)
  }

  /// The bytes that a workspace with room for so many rows takes, a little more rather than less; with the most that any number of threads
  /// would take where that is not given.
  package func workspaceBytes(capacity: Int, threads: Int = GradientWork.chains) -> Double {
    let plan = SlabPlan(self, capacity: capacity, threads: threads)
    var floats = Double(plan.slabs) * matrixFloats(rows: PanelMatrix.room(rows: plan.slabRows))
    let carried = layers.reduce(0) { $0 + $1.stateColumns + 2 * PanelMatrix.width }
    floats += Double(carried) * Double(capacity + 2)
    // Parameters stand packed, kernels forwards and backwards, beside their gradient and the sums of each chain.
    let copies = 4 + Double(GradientWork.chains(of: min(capacity, plan.slabRows * plan.slabs)))
    for shape in kernels.joined() {
      floats += copies * PanelMatrix.floats(steps: 1, columns: shape.units, gates: shape.gates, rows: shape.rows + 1)
    }
    for (layer, shape) in zip(layers, layerInputs) { floats += copies * layer.tableFloats(for: shape) }
    return floats * Double(MemoryLayout<Float>.stride) + 1e6
  }
}
