/// What every recurrent layer has: the states h, each of which is the output of its step as well, and their gradients.
struct RecurrentSequence {
  /// The state after each step, [T, B, H].
  let states: PanelMatrix
  let outputGradient: PanelMatrix
  /// The gradient of the state that the backward pass has come to, [B, H].
  let stateGradient: PanelMatrix
  private let role: RecurrentOutput

  init(steps: Int, rows: Int, units: Int, output role: RecurrentOutput, arena: Arena) {
    self.role = role
    states = arena.matrix(steps: steps, columns: units, rows: rows)
    stateGradient = arena.matrix(steps: 1, columns: units, rows: rows)
    switch role {
    case .sequence: outputGradient = arena.matrix(steps: steps, columns: units, rows: rows)
    case .read: outputGradient = arena.matrix(steps: 1, columns: units, rows: rows)
    }
  }

  var steps: Int { states.steps }

  /// Whether the output of every step has a gradient of its own to be added to the state's.
  var hasGradientOfEachStep: Bool {
    if case .sequence = role { true } else { false }
  }

  /// What the next layer sees.
  var output: PanelMatrix {
    switch role {
    case .sequence: states
    case .read: state(after: steps - 1)
    }
  }

  /// The state that a step leaves behind, [B, H].
  func state(after step: Int) -> PanelMatrix {
    states.step(step)
  }

  /// Sets the gradient of the final state.
  func startBackward(rows: Range<Int>) {
    if case .read(.finalState) = role {
      stateGradient.combineLanes(outputGradient, rows: rows) { $1 }
    } else {
      stateGradient.mapLanes(rows: rows) { _ in Lanes(repeating: 0) }
    }
  }

  /// Adds the gradient of a step's output to that of the state, which is the same values.
  func addOutputGradient(step: Int, rows: Range<Int>) {
    switch role {
    case .sequence:
      stateGradient.combineLanes(outputGradient.step(step), rows: rows) { $0 + $1 }
    case .read(.lastOutput) where step == steps - 1:
      stateGradient.combineLanes(outputGradient, rows: rows) { $0 + $1 }
    case .read: break
    }
  }
}
