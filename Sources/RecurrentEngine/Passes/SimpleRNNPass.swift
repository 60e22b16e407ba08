/// A simple recurrent layer at work.
struct SimpleRNNPass: LayerPass {
  let source: LayerSource
  private let activation: Activation
  private let sequence: RecurrentSequence
  /// The gradient of the sums, [T, B, H].
  private let sumGradient: PanelMatrix

  init(_ layer: SimpleRNN, source: LayerSource, output: RecurrentOutput, arena: Arena) {
    let (steps, rows) = (source.inputs.steps, source.inputs.rows)
    self.source = source
    sequence = RecurrentSequence(steps: steps, rows: rows, units: layer.units, output: output, arena: arena)
    sumGradient = arena.matrix(steps: steps, columns: layer.units, rows: rows)
    activation = layer.activation
  }

  var output: PanelMatrix { sequence.output }
  var outputGradient: PanelMatrix { sequence.outputGradient }
  var weightGradient: WeightGradient {
    source.weightGradient(states: sequence.states, sums: sumGradient)
  }

  func forward(rows: Range<Int>, keepsNothing: Bool) {
    for step in 0..<sequence.steps {
      let state = sequence.state(after: step)
      source.kernel.multiply(
        inputs: source.inputs.step(step), states: step == 0 ? nil : sequence.state(after: step - 1), into: state,
        blocks: 0..<state.panels, rows: rows)
      activation.apply(to: state, rows: rows)
    }
  }

  func backward(rows: Range<Int>) {
    // Where nothing is added on the way, the product that gives the gradient of a state takes it through tanh in the same registers.
    let isDirect = activation == .tanh && !sequence.hasGradientOfEachStep
    sequence.startBackward(rows: rows)
    for step in (0..<sequence.steps).reversed() {
      let gradient = sumGradient.step(step)
      if !isDirect || step == sequence.steps - 1 {
        sequence.addOutputGradient(step: step, rows: rows)
        activation.differentiate(
          sequence.stateGradient, outputs: sequence.state(after: step), rows: rows, into: gradient)
      }
      source.propagate(gradient, step: step, rows: rows)
      guard step > 0 else { continue }
      source.kernel.multiplyTransposed(
        gradient, intoStates: isDirect ? sumGradient.step(step - 1) : sequence.stateGradient, rows: rows,
        tanhOutputs: isDirect ? sequence.state(after: step - 1) : nil)
    }
  }
}
