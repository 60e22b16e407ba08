import CVectorLanes

/// An LSTM layer at work.
struct LSTMPass: LayerPass {
  let source: LayerSource
  private let forgetBias: Float
  private let sequence: RecurrentSequence
  /// Sums, then activated gates, then the gradient of the sums; gates in the order i, j, f, o: [T, B, 4·H].
  private let gates: PanelMatrix
  /// The cell c before the first step and after each: [T+1, B, H].
  private let cells: PanelMatrix
  /// tanh c after each step, [T, B, H].
  private let cellTanh: PanelMatrix
  /// The gradient of the cell that the backward pass has come to, [B, H].
  private let cellGradient: PanelMatrix

  init(_ layer: LSTM, source: LayerSource, output: RecurrentOutput, arena: Arena) {
    let (steps, rows, units) = (source.inputs.steps, source.inputs.rows, layer.units)
    self.source = source
    sequence = RecurrentSequence(steps: steps, rows: rows, units: units, output: output, arena: arena)
    gates = arena.matrix(steps: steps, columns: units, gates: source.kernel.shape.gates, rows: rows)
    cells = arena.matrix(steps: steps + 1, columns: units, rows: rows)
    cellTanh = arena.matrix(steps: steps, columns: units, rows: rows)
    cellGradient = arena.matrix(steps: 1, columns: units, rows: rows)
    forgetBias = Float(layer.forgetBias)
  }

  var output: PanelMatrix { sequence.output }
  var outputGradient: PanelMatrix { sequence.outputGradient }
  var weightGradient: WeightGradient {
    source.weightGradient(states: sequence.states, sums: gates)
  }

  func forward(rows: Range<Int>, keepsNothing: Bool) {
    cells.step(0).mapLanes(rows: rows) { _ in Lanes(repeating: 0) }
    for step in 0..<sequence.steps {
      // Without a way back the same matrices do for every step, and stay in the caches.
      let place = keepsNothing ? 0 : step
      let after = keepsNothing ? 1 - step % 2 : step + 1
      let gates = gates.step(place)
      for panel in 0..<gates.panels {
        source.kernel.multiply(
          inputs: source.inputs.step(step), states: step == 0 ? nil : sequence.state(after: step - 1), into: gates,
          blocks: panel * gates.gates..<(panel + 1) * gates.gates, rows: rows)
        activate(
          gates, panel: panel, cellBefore: cells.step(keepsNothing ? step % 2 : step), cellAfter: cells.step(after),
          cellTanh: cellTanh.step(place), state: sequence.state(after: step), rows: rows)
      }
    }
  }

  /// Turns the sums of sixteen units into activated gates, and these into the cell, the state and the output.
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
    inputGate.mapRows(rows, isHalf: isHalf) { ElementaryFunctions.sigmoid($0) }
    candidate.mapRows(rows, isHalf: isHalf) { ElementaryFunctions.tanh($0) }
    forgetGate.mapRows(rows, isHalf: isHalf) { ElementaryFunctions.sigmoid($0 + forgetBias) }
    outputGate.mapRows(rows, isHalf: isHalf) { ElementaryFunctions.sigmoid($0) }
    for row in rows {
      let place = row * PanelMatrix.width
      let written = inputGate.lanes(place) * candidate.lanes(place)
      let cell = lanes16_fma(cellBefore.lanes(place), forgetGate.lanes(place), written)
      cellAfter.setLanes(place, cell)
      cellTanh.setLanes(place, cell)
    }
    cellTanh.mapRows(rows, isHalf: isHalf) { ElementaryFunctions.tanh($0) }
    for row in rows {
      let place = row * PanelMatrix.width
      state.setLanes(place, outputGate.lanes(place) * cellTanh.lanes(place))
    }
  }

  func backward(rows: Range<Int>) {
    sequence.startBackward(rows: rows)
    cellGradient.mapLanes(rows: rows) { _ in Lanes(repeating: 0) }
    for step in (0..<sequence.steps).reversed() {
      sequence.addOutputGradient(step: step, rows: rows)
      for panel in 0..<gates.panels {
        differentiate(step: step, panel: panel, rows: rows)
      }
      source.propagate(gates.step(step), step: step, rows: rows)
      if step > 0 {
        source.kernel.multiplyTransposed(gates.step(step), intoStates: sequence.stateGradient, rows: rows)
      }
    }
  }

  /// Turns the activated gates of sixteen units into the gradients of their sums.
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
