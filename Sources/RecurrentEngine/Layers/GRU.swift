import CVectorLanes

/// h' = (1 - z)∘n + z∘h from h = 0, where r, z = σ(x·W + b + h·U + b'), n = tanh(x·W + b + r∘(h·U + b')), each with columns of its own.
///
/// The reset r comes after the product, as in PyTorch and in Keras with `reset_after`. W is `kernel` [D, 3·H], U `recurrent_kernel` [H, 3·H],
/// b `bias` and b' `recurrent_bias` [3·H]; the columns are those of r, z and n.
package final class GRU: Layer {
  package let kind = "gru"
  /// r, z and n.
  private static let gates = 3

  package let units: Int
  package let initial: InitialValues

  package init(
    units: Int, initial: any Initializer = GlorotUniform(), recurrentInitial: (any Initializer)? = nil, bias: Double = 0
  ) {
    self.units = units
    self.initial = InitialValues(kernel: initial, recurrent: recurrentInitial, bias: bias)
  }
}

extension GRU {
  package var isRecurrent: Bool { true }
  package var looksUpTokens: Bool { true }
  package var gates: [Gate] { [Gate(.reset), Gate(.update), Gate(.candidate)] }
  package var stateColumns: Int { units }

  package func output(for input: SequenceShape) -> SequenceShape {
    SequenceShape(steps: input.steps, features: units)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    let columns = Self.gates * units
    return [
      .kernel(inputs: input.features, columns: columns, initial),
      .recurrentKernel(states: units, columns: columns, initial),
      .vector("bias", count: columns, value: initial.bias),
      .vector("recurrent_bias", count: columns, value: initial.bias),
    ]
  }

  package func kernels(for input: SequenceShape, offset: Int) -> [KernelShape] {
    let columns = Self.gates * units
    let recurrentOffset = offset + input.features * columns
    let biasOffset = recurrentOffset + units * columns
    return [
      KernelShape(
        inputs: input.features, units: units, gates: Self.gates, offset: offset, biasOffset: biasOffset),
      KernelShape(
        inputs: 0, states: units, units: units, gates: Self.gates, offset: recurrentOffset,
        biasOffset: biasOffset + columns),
    ]
  }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    LayerProblem.ofUnits(units) + LayerProblem.of(initial)
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    let matrices = RecurrentSequence.matrices + 2 * Self.gates
    return PanelMatrix.floats(steps: matrices * (input.steps + 2), columns: units, rows: rows)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    GRUPass(self, source)
  }
}

/// A GRU layer at work.
private final class GRUPass: LayerPass {
  private let input: InputKernel
  private let recurrent: PackedKernel
  private let sequence: RecurrentSequence
  /// x·W + b, then the activated r, z and n, then the gradients of their pre-activations: [T, B, 3·H].
  private let gates: PanelMatrix
  /// h·U + b', then its gradient: [T, B, 3·H].
  private let recurrentPart: PanelMatrix
  /// The part of the state's gradient that goes past the gates, [B, H].
  private let keptGradient: PanelMatrix

  init(_ layer: GRU, _ source: LayerSource) {
    let (arena, steps, rows, units) = (source.arena, source.steps, source.rows, layer.units)
    let kernels = layer.kernels(for: source.shape, offset: source.offset)
    input = source.inputKernel(kernels[0])
    recurrent = source.shared.kernel(kernels[1], needsInputGradient: false)
    sequence = RecurrentSequence(
      source, units: units, carried: source.shared.carriedStates(1, units: units, offset: source.offset)[0])
    gates = arena.matrix(steps: steps, columns: units, gates: kernels[0].gates, rows: rows)
    recurrentPart = arena.matrix(steps: steps, columns: units, gates: kernels[1].gates, rows: rows)
    keptGradient = arena.matrix(steps: 1, columns: units, rows: rows)
  }

  var output: PanelMatrix { sequence.output }
  var outputGradient: PanelMatrix { sequence.outputGradient }
  var carriedStates: [PanelMatrix] { [sequence.carried] }
  var products: [KernelProduct] {
    let recurrentGradient = WeightGradient(
      shape: recurrent.shape, inputs: nil, states: sequence.states, gradient: recurrentPart, folded: nil)
    return [
      input.product(preactivationGradient: gates),
      KernelProduct(kernel: recurrent, fold: nil, gradient: recurrentGradient),
    ]
  }

  var traced: TracedSequence? { TracedSequence(gates: gates, states: sequence.statesAfterSteps) }

  func forward(rows: Range<Int>, _ context: PassContext) {
    sequence.begin(rows: rows, context)
    for step in 0..<sequence.steps {
      // Without a way back the same matrices do for every step, and stay in the caches.
      let place = context.keepsActivations ? step : 0
      let (gates, recurrentPart) = (gates.step(place), recurrentPart.step(place))
      context.forActiveRows(rows, at: step) { rows in
        for panel in 0..<gates.panels {
          let blocks = panel * gates.gates..<(panel + 1) * gates.gates
          context.watch.begin(.forward)
          input.multiply(step: step, states: nil, into: gates, blocks: blocks, rows: rows)
          recurrent.multiply(
            inputs: nil, states: sequence.state(before: step, context), into: recurrentPart, blocks: blocks, rows: rows)
          context.watch.begin(.gates)
          activate(
            gates, recurrentPart, panel: panel, stateBefore: sequence.matrix(before: step, context),
            stateAfter: sequence.state(after: step, context), rows: rows)
        }
      }
      sequence.standStill(step: step, rows: rows, context)
    }
    sequence.end(rows: rows, context)
  }

  /// Turns both parts of the pre-activations of sixteen units into activated gates, and these into the state.
  private func activate(
    _ gates: PanelMatrix, _ recurrentPart: PanelMatrix, panel: Int, stateBefore: PanelMatrix, stateAfter: PanelMatrix,
    rows: Range<Int>
  ) {
    let reset = gates.panel(step: 0, panel, gate: 0)
    let update = gates.panel(step: 0, panel, gate: 1)
    let candidate = gates.panel(step: 0, panel, gate: 2)
    let recurrentReset = recurrentPart.panel(step: 0, panel, gate: 0)
    let recurrentUpdate = recurrentPart.panel(step: 0, panel, gate: 1)
    let recurrentCandidate = recurrentPart.panel(step: 0, panel, gate: 2)
    let stateBefore = stateBefore.panel(step: 0, panel)
    let stateAfter = stateAfter.panel(step: 0, panel)
    let isHalf = gates.isHalf(panel)
    for row in rows {
      let place = row * PanelMatrix.width
      reset.setLanes(place, reset.lanes(place) + recurrentReset.lanes(place))
      update.setLanes(place, update.lanes(place) + recurrentUpdate.lanes(place))
    }
    reset.mapRows(rows, isHalf: isHalf, Sigmoid())
    update.mapRows(rows, isHalf: isHalf, Sigmoid())
    for row in rows {
      let place = row * PanelMatrix.width
      candidate.setLanes(
        place, lanes16_fma(reset.lanes(place), recurrentCandidate.lanes(place), candidate.lanes(place)))
    }
    candidate.mapRows(rows, isHalf: isHalf, Tanh())
    for row in rows {
      let place = row * PanelMatrix.width
      let n = candidate.lanes(place)
      stateAfter.setLanes(place, lanes16_fma(update.lanes(place), stateBefore.lanes(place) - n, n))
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    sequence.startBackward(rows: rows, context)
    for step in (0..<sequence.steps).reversed() {
      context.watch.begin(.gates)
      sequence.addOutputGradient(step: step, rows: rows, context)
      let (gradient, recurrentGradient) = (gates.step(step), recurrentPart.step(step))
      context.forActiveRows(rows, at: step) { rows in
        for panel in 0..<gates.panels {
          differentiate(step: step, panel: panel, rows: rows)
        }
        context.watch.begin(.backward)
        input.propagate(gradient, step: step, rows: rows)
        guard step > 0 else { return }
        recurrent.multiplyTransposed(recurrentGradient, intoStates: sequence.stateGradient, rows: rows)
        sequence.stateGradient.add(keptGradient, rows: rows)
      }
      context.forEndedRows(rows, at: step) { rows in
        gradient.clear(rows: rows)
        recurrentGradient.clear(rows: rows)
        input.propagateNothing(step: step, rows: rows)
      }
    }
  }

  /// Turns the activated gates of sixteen units into the gradients of both parts of their pre-activations.
  private func differentiate(step: Int, panel: Int, rows: Range<Int>) {
    let reset = gates.panel(step: step, panel, gate: 0)
    let update = gates.panel(step: step, panel, gate: 1)
    let candidate = gates.panel(step: step, panel, gate: 2)
    let recurrentReset = recurrentPart.panel(step: step, panel, gate: 0)
    let recurrentUpdate = recurrentPart.panel(step: step, panel, gate: 1)
    let recurrentCandidate = recurrentPart.panel(step: step, panel, gate: 2)
    let stateBefore = sequence.states.panel(step: step, panel)
    let stateGradient = sequence.stateGradient.panel(step: 0, panel)
    let keptGradient = keptGradient.panel(step: 0, panel)
    let ones = Lanes(repeating: 1)
    for row in rows {
      let place = row * PanelMatrix.width
      let (r, z, n) = (reset.lanes(place), update.lanes(place), candidate.lanes(place))
      let dh = stateGradient.lanes(place)
      let dn = dh * (ones - z) * lanes16_fma(-n, n, ones)
      let dz = dh * (stateBefore.lanes(place) - n) * (z * (ones - z))
      let dr = dn * recurrentCandidate.lanes(place) * (r * (ones - r))
      reset.setLanes(place, dr)
      update.setLanes(place, dz)
      candidate.setLanes(place, dn)
      recurrentReset.setLanes(place, dr)
      recurrentUpdate.setLanes(place, dz)
      recurrentCandidate.setLanes(place, dn * r)
      keptGradient.setLanes(place, dh * z)
    }
  }
}
