/// A dense layer at work, on one vector or on every step of a sequence.
struct DensePass: LayerPass {
  let kernel: PackedKernel
  let output: PanelMatrix
  /// The gradient of `output`, turned in place into that of the sums.
  let outputGradient: PanelMatrix
  private let activation: Activation
  private let inputs: PanelMatrix
  private let inputGradient: PanelMatrix?

  init(
    _ layer: Dense, kernel shape: KernelShape, inputs: PanelMatrix, inputGradient: PanelMatrix?, arena: Arena
  ) {
    kernel = PackedKernel(shape, needsInputGradient: inputGradient != nil, arena: arena)
    output = arena.matrix(steps: inputs.steps, columns: layer.units, rows: inputs.rows)
    outputGradient = arena.matrix(steps: inputs.steps, columns: layer.units, rows: inputs.rows)
    activation = layer.activation
    self.inputs = inputs
    self.inputGradient = inputGradient
  }

  var weightGradient: WeightGradient {
    WeightGradient(shape: kernel.shape, inputs: inputs, states: nil, gradient: outputGradient)
  }

  func forward(rows: Range<Int>) {
    for step in 0..<inputs.steps {
      let target = output.step(step)
      for panel in 0..<output.panels {
        kernel.multiply(inputs: inputs.step(step), states: nil, into: target, panel: panel, rows: rows)
      }
      activation.apply(to: target, rows: rows)
    }
  }

  func backward(rows: Range<Int>) {
    for step in 0..<inputs.steps {
      let gradient = outputGradient.step(step)
      activation.differentiate(gradient, outputs: output.step(step), rows: rows)
      if let inputGradient {
        kernel.multiplyTransposed(gradient, intoInputs: inputGradient.step(step), rows: rows)
      }
    }
  }
}
