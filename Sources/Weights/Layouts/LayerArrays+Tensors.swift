import RecurrentEngine

/// What the tensors of a recurrent layer are called.
struct TensorNames {
  let kernel: String
  let recurrentKernel: String
  /// Of two, the second is that of the recurrent kernel, or has constants alone.
  let biases: [String]
}

extension LayerArrays {
  /// The tensors that another library has for them.
  func blocks(_ layout: WeightLayout, named names: TensorNames) -> [TensorBlock] {
    switch layout {
    case .pytorch: kernels(layout, names, isTransposed: true) + biases(layout, names)
    case .keras: kernels(layout, names, isTransposed: false) + biases(layout, names)
    case .tf1:
      [
        tensor([names.kernel], block(kernel, rows: kernel.shape[0], layout), isTransposed: false),
        vector([names.biases[0]], block(bias, rows: 1, layout)),
      ]
    }
  }

  private func kernels(_ layout: WeightLayout, _ names: TensorNames, isTransposed: Bool) -> [TensorBlock] {
    let ofInputs = tensor([names.kernel], block(kernel, rows: inputs, layout), isTransposed: isTransposed)
    let states =
      recurrentKernel.map { block($0, rows: units, layout) } ?? block(kernel, from: inputs, rows: units, layout)
    return [ofInputs, tensor([names.recurrentKernel], states, isTransposed: isTransposed)]
  }

  private func biases(_ layout: WeightLayout, _ names: TensorNames) -> [TensorBlock] {
    let first = block(bias, rows: 1, layout)
    guard let recurrentBias else { return [vector(names.biases, first, constants: constants(layout))] }
    guard names.biases.count == 1 else {
      return [vector([names.biases[0]], first), vector([names.biases[1]], block(recurrentBias, rows: 1, layout))]
    }
    // One follows the other.
    let both = block(bias, rows: 2, layout)
    return [TensorBlock(names: names.biases, shape: [2, both.columns], block: both, constants: noConstants)]
  }

  private func tensor(_ names: [String], _ block: ParameterBlock, isTransposed: Bool) -> TensorBlock {
    var block = block
    block.isTransposed = isTransposed
    let shape = isTransposed ? [block.columns, block.rows] : [block.rows, block.columns]
    return TensorBlock(names: names, shape: shape, block: block, constants: noConstants)
  }

  private func vector(_ names: [String], _ block: ParameterBlock, constants: [Float]? = nil) -> TensorBlock {
    TensorBlock(names: names, shape: [block.columns], block: block, constants: constants ?? noConstants)
  }

  private var noConstants: [Float] { gates.map { _ in 0 } }
}
