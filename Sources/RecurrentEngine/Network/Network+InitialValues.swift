import SeededRandom

extension Network {
  /// Draws all parameters; each kernel has a random stream of its own, so that no layer moves another's values.
  package func initialParameters(seed: UInt64) -> [Float] {
    var parameters: [Float] = []
    parameters.reserveCapacity(parameterCount)
    for (index, (layer, shape)) in zip(layers, kernelShapes).enumerated() {
      let initial = layer.initialValues
      var stream = RandomStream(seed: seed, purpose: .initialValues, index: 2 * index)
      if let recurrent = initial.recurrent {
        var recurrentStream = RandomStream(seed: seed, purpose: .initialValues, index: 2 * index + 1)
        parameters += initial.kernel.values(rows: shape.inputs, columns: shape.columns, from: &stream)
        parameters += recurrent.values(rows: shape.states, columns: shape.columns, from: &recurrentStream)
      } else {
        parameters += initial.kernel.values(rows: shape.rows, columns: shape.columns, from: &stream)
      }
      parameters += Array(repeating: Float(initial.bias), count: shape.columns)
    }
    return parameters
  }
}
