import CVectorLanes

/// A simple recurrent layer at work.
struct SimpleRNNPass: LayerPass {
  let kernel: PackedKernel
  let output: PanelMatrix
  let outputGradient: PanelMatrix
  private let activation: Activation
  private let sequence: RecurrentSequence
  /// The gradient of the sums, [T, B, H].
  private let sumGradient: PanelMatrix

  init(
    _ layer: SimpleRNN, kernel shape: KernelShape, inputs: PanelMatrix, inputGradient: PanelMatrix?,
    output role: RecurrentOutput, arena: Arena
  ) {
    kernel = PackedKernel(shape, needsInputGradient: inputGradient != nil, arena: arena)
    sequence = RecurrentSequence(
      inputs: inputs, inputGradient: inputGradient, units: layer.units, output: role, arena: arena)
    sumGradient = arena.matrix(steps: inputs.steps, columns: layer.units, rows: inputs.rows)
    output = sequence.output
    outputGradient = sequence.outputGradient
    activation = layer.activation
  }

  var weightGradient: WeightGradient {
    WeightGradient(shape: kernel.shape, inputs: sequence.inputs, states: sequence.outputs, gradient: sumGradient)
  }

  func forward(rows: Range<Int>) {
    for step in 0..<sequence.steps {
      let state = sequence.state(after: step)
      for panel in 0..<state.panels {
        kernel.multiply(
          inputs: sequence.inputs.step(step), states: step == 0 ? nil : sequence.state(after: step - 1), into: state,
          panel: panel, rows: rows)
      }
      activation.apply(to: state, rows: rows)
      sequence.outputs.step(step).combineLanes(state, rows: rows) { $1 }
    }
  }

  func backward(rows: Range<Int>) {
    sequence.startBackward(rows: rows)
    for step in (0..<sequence.steps).reversed() {
      sequence.addOutputGradient(step: step, rows: rows)
      let gradient = sumGradient.step(step)
      gradient.combineLanes(sequence.stateGradient, rows: rows) { $1 }
      activation.differentiate(gradient, outputs: sequence.outputs.step(step), rows: rows)
      sequence.propagate(gradient, through: kernel, step: step, rows: rows)
    }
  }
}
