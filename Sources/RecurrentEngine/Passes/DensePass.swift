/// A dense layer at work, on one vector or on every step of a sequence.
struct DensePass: LayerPass {
  let source: LayerSource
  let output: PanelMatrix
  /// The gradient of `output`, turned in place into that of the sums.
  let outputGradient: PanelMatrix
  private let activation: Activation

  init(_ layer: Dense, source: LayerSource, arena: Arena) {
    let (steps, rows) = (source.inputs.steps, source.inputs.rows)
    self.source = source
    output = arena.matrix(steps: steps, columns: layer.units, rows: rows)
    outputGradient = arena.matrix(steps: steps, columns: layer.units, rows: rows)
    activation = layer.activation
  }

  var weightGradient: WeightGradient {
    source.weightGradient(states: nil, sums: outputGradient)
  }

  func forward(rows: Range<Int>, keepsNothing: Bool) {
    for step in 0..<output.steps {
      let target = output.step(step)
      source.kernel.multiply(
        inputs: source.inputs.step(step), states: nil, into: target, blocks: 0..<output.panels, rows: rows)
      activation.apply(to: target, rows: rows)
    }
  }

  func backward(rows: Range<Int>) {
    for step in 0..<output.steps {
      let gradient = outputGradient.step(step)
      activation.differentiate(gradient, outputs: output.step(step), rows: rows, into: gradient)
      source.propagate(gradient, step: step, rows: rows)
    }
  }
}
