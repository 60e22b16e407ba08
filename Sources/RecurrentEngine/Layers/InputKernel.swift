/// The kernel that a layer's inputs meet, and perhaps its states too.
struct InputKernel {
  let kernel: PackedKernel
  let inputs: StepInputs
  let inputGradient: PanelMatrix?
  let fold: LinearFold?

  /// Writes bias + x·W, and + h·U where there is a state, for the given blocks of one step.
  func multiply(
    step: Int, states: PanelMatrix?, into preactivations: PanelMatrix, blocks: Range<Int>, rows: Range<Int>
  ) {
    kernel.multiply(
      inputs: inputs.step(step), states: states, into: preactivations, blocks: blocks, rows: rows)
  }

  /// Takes the gradient of a step's pre-activations back to the inputs, as far as anybody asks for it.
  func propagate(_ gradient: PanelMatrix, step: Int, rows: Range<Int>) {
    guard let inputGradient else { return }
    kernel.multiplyTransposed(gradient, intoInputs: inputGradient.step(step), rows: rows)
  }

  /// Leaves no gradient of the inputs of a step.
  func propagateNothing(step: Int, rows: Range<Int>) {
    inputGradient?.step(step).clear(rows: rows)
  }

  /// The kernel at work, with the states before each step that it meets as well, and the gradient of the pre-activations [T, B, G·H].
  func product(states: PanelMatrix? = nil, preactivationGradient: PanelMatrix) -> KernelProduct {
    let gradient = WeightGradient(
      shape: kernel.shape, inputs: inputs, states: states, gradient: preactivationGradient, folded: fold?.gradient)
    return KernelProduct(kernel: kernel, fold: fold, gradient: gradient)
  }
}
