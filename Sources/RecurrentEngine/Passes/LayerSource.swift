/// What a layer is given to work with: its inputs, the kernel they meet, and where their gradients go.
struct LayerSource {
  /// [T, B, D].
  let inputs: PanelMatrix
  /// The gradient of the inputs, for the layer before to go on from; nil where nobody asks for it.
  let inputGradient: PanelMatrix?
  let kernel: PackedKernel
  /// The gradient of the inputs' rows of the kernel and of the bias where the kernel is folded, [D+1, G·H].
  let foldedGradient: PanelMatrix?

  /// Takes the gradient of a step's sums back to the inputs, as far as anybody asks for it.
  func propagate(_ gradient: PanelMatrix, step: Int, rows: Range<Int>) {
    guard let inputGradient else { return }
    kernel.multiplyTransposed(gradient, intoInputs: inputGradient.step(step), rows: rows)
  }

  /// The gradient of the parameters from that of the sums.
  func weightGradient(states: PanelMatrix?, sums: PanelMatrix) -> WeightGradient {
    WeightGradient(shape: kernel.shape, inputs: inputs, states: states, gradient: sums, folded: foldedGradient)
  }
}
