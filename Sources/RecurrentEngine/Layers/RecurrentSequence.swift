/// What every recurrent layer has: the states h, each of which is the output of its step as well, and their gradients.
struct RecurrentSequence {
  /// The state before the first step and after each, [T+1, B, H].
  let states: PanelMatrix
  let outputGradient: PanelMatrix
  /// The gradient of the state that the backward pass has come to, [B, H].
  let stateGradient: PanelMatrix
  /// The state to go on from in a later batch, [B, H], of all rows of the batch.
  let carried: PanelMatrix
  /// The mean of a row's states, [B, H], where that is what the next layer sees.
  private let mean: PanelMatrix?
  private let readout: Readout

  /// Makes room for the rows of a pass, whose state is carried to a later batch in a matrix for all rows of the batch.
  init(_ source: LayerSource, units: Int, carried carriedState: PanelMatrix) {
    let (arena, steps, rows) = (source.arena, source.steps, source.rows)
    readout = source.readout
    states = arena.matrix(steps: steps + 1, columns: units, rows: rows)
    stateGradient = arena.matrix(steps: 1, columns: units, rows: rows)
    carried = carriedState
    mean = readout == .mean ? arena.matrix(steps: 1, columns: units, rows: rows) : nil
    outputGradient = arena.matrix(steps: source.outputSteps, columns: units, rows: rows)
  }

  /// The matrices of each step: the states and the gradient of the outputs.
  static let matrices = 2

  var steps: Int { states.steps - 1 }

  /// The state after each step, [T, B, H], where all are kept.
  var statesAfterSteps: PanelMatrix { states.steps(1..<steps + 1) }

  /// Whether the output of every step has a gradient of its own to be added to the state's.
  var hasGradientOfEachStep: Bool { readout == .everyStep || readout == .mean }

  /// What the next layer sees.
  var output: PanelMatrix {
    mean ?? states.steps(steps + 1 - outputGradient.steps..<steps + 1)
  }

  /// The state that a step leaves behind, [B, H].
  func state(after step: Int, _ context: PassContext) -> PanelMatrix {
    states.step(place(step + 1, context))
  }

  /// Where the state stands that there is after so many steps.
  ///
  /// Two matrices by turns do, and stay in the caches, where nobody looks back and the next layer sees the last state alone.
  private func place(_ step: Int, _ context: PassContext) -> Int {
    context.keepsActivations || hasGradientOfEachStep || step == steps ? step : step % 2
  }

  /// The state that a step begins in; nil where it is zero to begin with.
  func state(before step: Int, _ context: PassContext) -> PanelMatrix? {
    step == 0 && !context.carriesState ? nil : matrix(before: step, context)
  }

  /// The matrix of the state that a step begins in.
  func matrix(before step: Int, _ context: PassContext) -> PanelMatrix {
    states.step(place(step, context))
  }
}

extension RecurrentSequence {
  /// Sets the state before the first step.
  func begin(rows: Range<Int>, _ context: PassContext) {
    if context.carriesState {
      states.step(0).copy(carried.rows(from: context.firstRow), rows: rows)
    } else {
      states.step(0).clear(rows: rows)
    }
  }

  /// Lets the state of rows that have ended stand still over a step.
  func standStill(step: Int, rows: Range<Int>, _ context: PassContext) {
    context.forEndedRows(rows, at: step) { rows in
      state(after: step, context).copy(matrix(before: step, context), rows: rows)
    }
  }

  /// Leaves the last state to a later batch, and what the next layer sees.
  func end(rows: Range<Int>, _ context: PassContext) {
    setMean(rows: rows, context)
    if context.carriesState {
      carried.rows(from: context.firstRow).copy(states.step(steps), rows: rows)
    }
  }

  private func setMean(rows: Range<Int>, _ context: PassContext) {
    guard let mean else { return }
    mean.clear(rows: rows)
    for step in 0..<steps {
      context.forActiveRows(rows, at: step) { rows in
        mean.add(state(after: step, context), rows: rows)
      }
    }
    divideByLength(mean, rows: rows, context)
  }

  private func divideByLength(_ matrix: PanelMatrix, rows: Range<Int>, _ context: PassContext) {
    for row in rows {
      let length = Float(context.length(of: row) ?? steps)
      matrix.mapLanes(rows: row..<row + 1, Quotient(divisor: length))
    }
  }

  /// Sets the gradient of the final state.
  func startBackward(rows: Range<Int>, _ context: PassContext) {
    if readout == .mean { divideByLength(outputGradient, rows: rows, context) }
    if readout == .finalState {
      stateGradient.copy(outputGradient, rows: rows)
    } else {
      stateGradient.clear(rows: rows)
    }
  }

  /// Adds the gradient of a step's output to that of the state, which is the same values.
  func addOutputGradient(step: Int, rows: Range<Int>, _ context: PassContext) {
    if readout == .mean {
      context.forActiveRows(rows, at: step) { rows in
        stateGradient.add(outputGradient, rows: rows)
      }
    } else if readout == .everyStep {
      stateGradient.add(outputGradient.step(step), rows: rows)
    } else if readout == .lastOutput && step == steps - 1 {
      stateGradient.add(outputGradient, rows: rows)
    }
  }
}
