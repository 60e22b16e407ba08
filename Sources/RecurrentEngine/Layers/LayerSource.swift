/// What a layer is given to work with.
package struct LayerSource {
  /// The shape of the inputs as the network describes it.
  let shape: SequenceShape
  /// [T, B, D], or what a linear layer in front is given if that is folded into this one.
  let inputs: PanelMatrix
  /// Whether the inputs are the numbers of tokens, [T, B, 1].
  let looksUpTokens: Bool
  /// The gradient of the inputs, for the layer before to go on from; nil where nobody asks for it.
  let inputGradient: PanelMatrix?
  /// The place of the layer among the network's.
  let index: Int
  /// Where the layer's parameters begin in the flat array.
  let offset: Int
  /// What the next layer sees of a recurrent one.
  let readout: Readout
  let arena: Arena
  let shared: SharedMemory
  /// The linear layer in front, and where the gradient of the folded kernel goes.
  let fold: (front: KernelShape, gradient: PanelMatrix)?

  var steps: Int { inputs.steps }
  /// The room for rows.
  var rows: Int { inputs.rows }
  /// The steps that the next layer sees of a recurrent one.
  var outputSteps: Int { readout == .everyStep ? steps : 1 }

  /// The kernel that the inputs meet.
  func inputKernel(_ shape: KernelShape) -> InputKernel {
    let shape = fold.map { KernelShape(shape, foldedBehind: $0.front) } ?? shape
    let kernel = shared.kernel(shape, needsInputGradient: inputGradient != nil)
    return InputKernel(
      kernel: kernel, inputs: looksUpTokens ? .tokens(inputs) : .numbers(inputs), inputGradient: inputGradient,
      fold: fold.map { shared.fold($0.front, into: kernel, gradient: $0.gradient) })
  }
}
