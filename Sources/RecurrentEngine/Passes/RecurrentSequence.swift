/// What every recurrent layer has: inputs, the running state h, the outputs, and their gradients.
///
/// The outputs are copies of the states, kept for the next layer and for the backward pass.
struct RecurrentSequence {
  /// The layer's inputs, [T, B, D].
  let inputs: PanelMatrix
  /// The outputs, [T, B, H].
  let outputs: PanelMatrix
  let outputGradient: PanelMatrix
  /// The gradient of the state that the backward pass has come to, [B, H].
  let stateGradient: PanelMatrix
  private let inputGradient: PanelMatrix?
  /// The state before and after a step by turns.
  private let states: PanelMatrix
  private let role: RecurrentOutput

  init(inputs: PanelMatrix, inputGradient: PanelMatrix?, units: Int, output role: RecurrentOutput, arena: Arena) {
    let rows = inputs.rows
    self.inputs = inputs
    self.inputGradient = inputGradient
    self.role = role
    outputs = arena.matrix(steps: inputs.steps, columns: units, rows: rows)
    states = arena.matrix(steps: 2, columns: units, rows: rows)
    stateGradient = arena.matrix(steps: 1, columns: units, rows: rows)
    switch role {
    case .sequence: outputGradient = arena.matrix(steps: inputs.steps, columns: units, rows: rows)
    case .read: outputGradient = arena.matrix(steps: 1, columns: units, rows: rows)
    }
  }

  var steps: Int { inputs.steps }

  /// What the next layer sees.
  var output: PanelMatrix {
    switch role {
    case .sequence: outputs
    case .read(.lastOutput): outputs.step(steps - 1)
    case .read(.finalState): state(after: steps - 1)
    }
  }

  /// The state that a step leaves behind, [B, H]; it lasts until the step after the next.
  func state(after step: Int) -> PanelMatrix {
    states.step(step % 2)
  }

  /// Sets the gradient of the final state.
  func startBackward(rows: Range<Int>) {
    if case .read(.finalState) = role {
      stateGradient.combineLanes(outputGradient, rows: rows) { $1 }
    } else {
      stateGradient.mapLanes(rows: rows) { _ in Lanes(repeating: 0) }
    }
  }

  /// Adds the gradient of a step's output to that of the state, which it is a copy of.
  func addOutputGradient(step: Int, rows: Range<Int>) {
    switch role {
    case .sequence:
      stateGradient.combineLanes(outputGradient.step(step), rows: rows) { $0 + $1 }
    case .read(.lastOutput) where step == steps - 1:
      stateGradient.combineLanes(outputGradient, rows: rows) { $0 + $1 }
    case .read: break
    }
  }

  /// Takes the gradient of a step's sums back to its inputs, and to the state before it.
  func propagate(_ gradient: PanelMatrix, through kernel: PackedKernel, step: Int, rows: Range<Int>) {
    if let inputGradient {
      kernel.multiplyTransposed(gradient, intoInputs: inputGradient.step(step), rows: rows)
    }
    if step > 0 {
      kernel.multiplyTransposed(gradient, intoStates: stateGradient, rows: rows)
    }
  }
}
