import CVectorLanes

/// An LSTM layer at work.
final class LSTMPass: LayerPass {
  private let forgetBias: Float
  private let input: InputKernel
  private let sequence: RecurrentSequence
  /// Pre-activations, then activated gates, then the gradient of the pre-activations; in the order i, j, f, o: [T, B, 4·H].
  private let gates: PanelMatrix
  /// The cell c before the first step and after each: [T+1, B, H].
  private let cells: PanelMatrix
  /// tanh c after each step, [T, B, H].
  private let cellTanh: PanelMatrix
  /// The gradient of the cell that the backward pass has come to, [B, H].
  private let cellGradient: PanelMatrix
  /// The cell to go on from in a later batch, [B, H], of all rows of the batch.
  private let carriedCell: PanelMatrix

  init(_ layer: LSTM, _ source: LayerSource) {
    let (arena, steps, rows, units) = (source.arena, source.steps, source.rows, layer.units)
    forgetBias = Float(layer.forgetBias)
    input = source.inputKernel(layer.kernel(for: source.shape, offset: source.offset))
    let carried = source.shared.carriedStates(2, units: units, offset: source.offset)
    sequence = RecurrentSequence(source, units: units, carried: carried[0])
    carriedCell = carried[1]
    gates = arena.matrix(steps: steps, columns: units, gates: input.kernel.shape.gates, rows: rows)
    cells = arena.matrix(steps: steps + 1, columns: units, rows: rows)
    cellTanh = arena.matrix(steps: steps, columns: units, rows: rows)
    cellGradient = arena.matrix(steps: 1, columns: units, rows: rows)
  }

  var output: PanelMatrix { sequence.output }
  var outputGradient: PanelMatrix { sequence.outputGradient }
  var carriedStates: [PanelMatrix] { [sequence.carried, carriedCell] }
  var products: [KernelProduct] {
    [input.product(states: sequence.states, preactivationGradient: gates)]
  }

  var traced: TracedSequence? { TracedSequence(gates: gates, states: sequence.statesAfterSteps) }

  func forward(rows: Range<Int>, _ context: PassContext) {
    let keepsAll = context.keepsActivations
    sequence.begin(rows: rows, context)
    if context.carriesState {
      cells.step(0).copy(carriedCell.rows(from: context.firstRow), rows: rows)
    } else {
      cells.step(0).clear(rows: rows)
    }
    for step in 0..<sequence.steps {
      // Without a way back the same matrices do for every step, and stay in the caches.
      let place = keepsAll ? step : 0
      let cellBefore = cells.step(keepsAll ? step : step % 2)
      let cellAfter = cells.step(keepsAll ? step + 1 : 1 - step % 2)
      let gates = gates.step(place)
      context.forActiveRows(rows, at: step) { rows in
        for panel in 0..<gates.panels {
          context.watch.begin(.forward)
          input.multiply(
            step: step, states: sequence.state(before: step, context), into: gates,
            blocks: panel * gates.gates..<(panel + 1) * gates.gates, rows: rows)
          context.watch.begin(.gates)
          activate(
            gates, panel: panel, cellBefore: cellBefore, cellAfter: cellAfter, cellTanh: cellTanh.step(place),
            state: sequence.state(after: step, context), rows: rows)
        }
      }
      context.forEndedRows(rows, at: step) { rows in cellAfter.copy(cellBefore, rows: rows) }
      sequence.standStill(step: step, rows: rows, context)
    }
    sequence.end(rows: rows, context)
    guard context.carriesState else { return }
    carriedCell.rows(from: context.firstRow).copy(
      cells.step(keepsAll ? sequence.steps : sequence.steps % 2), rows: rows)
  }

  /// Turns the pre-activations of sixteen units into activated gates, and these into the cell, the state and the output.
  private func activate(
    _ gates: PanelMatrix, panel: Int, cellBefore: PanelMatrix, cellAfter: PanelMatrix, cellTanh: PanelMatrix,
    state: PanelMatrix, rows: Range<Int>
  ) {
    let inputGate = gates.panel(step: 0, panel, gate: 0)
    let candidate = gates.panel(step: 0, panel, gate: 1)
    let forgetGate = gates.panel(step: 0, panel, gate: 2)
    let outputGate = gates.panel(step: 0, panel, gate: 3)
    let cellBefore = cellBefore.panel(step: 0, panel)
    let cellAfter = cellAfter.panel(step: 0, panel)
    let cellTanh = cellTanh.panel(step: 0, panel)
    let state = state.panel(step: 0, panel)
    let isHalf = gates.isHalf(panel)
    // One function at a time: its constants stay in registers, and the panel in the nearest cache.
    inputGate.mapRows(rows, isHalf: isHalf, Sigmoid())
    candidate.mapRows(rows, isHalf: isHalf, Tanh())
    forgetGate.mapRows(rows, isHalf: isHalf, BiasedSigmoid(bias: forgetBias))
    outputGate.mapRows(rows, isHalf: isHalf, Sigmoid())
    for row in rows {
      let place = row * PanelMatrix.width
      let written = inputGate.lanes(place) * candidate.lanes(place)
      let cell = lanes16_fma(cellBefore.lanes(place), forgetGate.lanes(place), written)
      cellAfter.setLanes(place, cell)
      cellTanh.setLanes(place, cell)
    }
    cellTanh.mapRows(rows, isHalf: isHalf, Tanh())
    for row in rows {
      let place = row * PanelMatrix.width
      state.setLanes(place, outputGate.lanes(place) * cellTanh.lanes(place))
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    sequence.startBackward(rows: rows, context)
    cellGradient.clear(rows: rows)
    for step in (0..<sequence.steps).reversed() {
      context.watch.begin(.gates)
      sequence.addOutputGradient(step: step, rows: rows, context)
      let gradient = gates.step(step)
      context.forActiveRows(rows, at: step) { rows in
        for panel in 0..<gates.panels {
          differentiate(step: step, panel: panel, rows: rows)
        }
        context.watch.begin(.backward)
        input.propagate(gradient, step: step, rows: rows)
        if step > 0 {
          input.kernel.multiplyTransposed(gradient, intoStates: sequence.stateGradient, rows: rows)
        }
      }
      context.forEndedRows(rows, at: step) { rows in
        gradient.clear(rows: rows)
        input.propagateNothing(step: step, rows: rows)
      }
    }
  }

  /// Turns the activated gates of sixteen units into the gradients of their pre-activations.
  private func differentiate(step: Int, panel: Int, rows: Range<Int>) {
    let inputGate = gates.panel(step: step, panel, gate: 0)
    let candidate = gates.panel(step: step, panel, gate: 1)
    let forgetGate = gates.panel(step: step, panel, gate: 2)
    let outputGate = gates.panel(step: step, panel, gate: 3)
    let cellBefore = cells.panel(step: step, panel)
    let cellTanh = cellTanh.panel(step: step, panel)
    let cellGradient = cellGradient.panel(step: 0, panel)
    let stateGradient = sequence.stateGradient.panel(step: 0, panel)
    let ones = Lanes(repeating: 1)
    for row in rows {
      let place = row * PanelMatrix.width
      let (i, j) = (inputGate.lanes(place), candidate.lanes(place))
      let (f, o) = (forgetGate.lanes(place), outputGate.lanes(place))
      let tanhOfCell = cellTanh.lanes(place)
      let dh = stateGradient.lanes(place)
      let dc = lanes16_fma(dh * o, lanes16_fma(-tanhOfCell, tanhOfCell, ones), cellGradient.lanes(place))
      inputGate.setLanes(place, dc * j * (i * (ones - i)))
      candidate.setLanes(place, dc * i * lanes16_fma(-j, j, ones))
      forgetGate.setLanes(place, dc * cellBefore.lanes(place) * (f * (ones - f)))
      outputGate.setLanes(place, dh * tanhOfCell * (o * (ones - o)))
      cellGradient.setLanes(place, dc * f)
    }
  }
}
