/// h' = activation([x, h]·kernel + bias), starting from h = 0; each output is the new state.
package final class SimpleRNN: Layer {
  package let kind = "simple_rnn"

  package let units: Int
  /// `.tanh` or `.relu`.
  package let activation: Activation
  package let initial: InitialValues

  package init(
    units: Int, activation: Activation = .tanh, initial: any Initializer = GlorotUniform(),
    recurrentInitial: (any Initializer)? = nil, bias: Double = 0
  ) {
    self.units = units
    self.activation = activation
    self.initial = InitialValues(kernel: initial, recurrent: recurrentInitial, bias: bias)
  }
}

extension SimpleRNN {
  package var isRecurrent: Bool { true }
  package var looksUpTokens: Bool { true }
  package var gates: [Gate] { [Gate(activation == .relu ? .rectifiedState : .state)] }
  package var stateColumns: Int { units }

  package func output(for input: SequenceShape) -> SequenceShape {
    SequenceShape(steps: input.steps, features: units)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    [
      .kernel(inputs: input.features, states: units, columns: units, initial),
      .vector("bias", count: units, value: initial.bias),
    ]
  }

  package func kernels(for input: SequenceShape, offset: Int) -> [KernelShape] {
    [kernel(for: input, offset: offset)]
  }

  fileprivate func kernel(for input: SequenceShape, offset: Int) -> KernelShape {
    KernelShape(inputs: input.features, states: units, units: units, offset: offset)
  }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    var problems = LayerProblem.ofUnits(units) + LayerProblem.of(initial)
    if activation != .tanh && activation != .relu {
      let message = "a simple recurrent layer has the activation `tanh` or `relu`"
      problems.append(LayerProblem("activation", message))
    }
    return problems
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    let matrices = RecurrentSequence.matrices + 1
    return PanelMatrix.floats(steps: matrices * (input.steps + 2), columns: units, rows: rows)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    SimpleRNNPass(self, source)
  }
}

/// A simple recurrent layer at work.
private final class SimpleRNNPass: LayerPass {
  private let activation: Activation
  private let input: InputKernel
  private let sequence: RecurrentSequence
  /// [T, B, H].
  private let preactivationGradient: PanelMatrix

  init(_ layer: SimpleRNN, _ source: LayerSource) {
    activation = layer.activation
    input = source.inputKernel(layer.kernel(for: source.shape, offset: source.offset))
    sequence = RecurrentSequence(
      source, units: layer.units,
      carried: source.shared.carriedStates(1, units: layer.units, offset: source.offset)[0])
    preactivationGradient = source.arena.matrix(steps: source.steps, columns: layer.units, rows: source.rows)
  }

  var output: PanelMatrix { sequence.output }
  var outputGradient: PanelMatrix { sequence.outputGradient }
  var carriedStates: [PanelMatrix] { [sequence.carried] }
  var products: [KernelProduct] {
    [input.product(states: sequence.states, preactivationGradient: preactivationGradient)]
  }

  var traced: TracedSequence? {
    TracedSequence(gates: preactivationGradient, states: sequence.statesAfterSteps)
  }

  func forward(rows: Range<Int>, _ context: PassContext) {
    sequence.begin(rows: rows, context)
    for step in 0..<sequence.steps {
      let state = sequence.state(after: step, context)
      context.forActiveRows(rows, at: step) { rows in
        context.watch.begin(.forward)
        input.multiply(
          step: step, states: sequence.state(before: step, context), into: state, blocks: 0..<state.panels, rows: rows)
        context.watch.begin(.gates)
        activation.apply(to: state, rows: rows)
      }
      sequence.standStill(step: step, rows: rows, context)
    }
    sequence.end(rows: rows, context)
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    // Where nothing is added on the way, the product that gives the gradient of a state takes it through tanh in the same registers.
    let isDirect = activation == .tanh && !sequence.hasGradientOfEachStep && context.lengths == nil
    sequence.startBackward(rows: rows, context)
    for step in (0..<sequence.steps).reversed() {
      let gradient = preactivationGradient.step(step)
      if !isDirect || step == sequence.steps - 1 {
        context.watch.begin(.gates)
        sequence.addOutputGradient(step: step, rows: rows, context)
        context.forActiveRows(rows, at: step) { rows in
          activation.differentiate(
            sequence.stateGradient, outputs: sequence.state(after: step, context), rows: rows, into: gradient)
        }
      }
      context.forActiveRows(rows, at: step) { rows in
        context.watch.begin(.backward)
        input.propagate(gradient, step: step, rows: rows)
        guard step > 0 else { return }
        input.kernel.multiplyTransposed(
          gradient, intoStates: isDirect ? preactivationGradient.step(step - 1) : sequence.stateGradient, rows: rows,
          tanhOutputs: isDirect ? sequence.state(after: step - 1, context) : nil)
      }
      context.forEndedRows(rows, at: step) { rows in
        gradient.clear(rows: rows)
        input.propagateNothing(step: step, rows: rows)
      }
    }
  }
}
