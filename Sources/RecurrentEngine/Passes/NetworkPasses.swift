/// The layers of a network at work, each reading the one before.
struct NetworkPasses {
  /// One for each layer, without the linear layers that are folded into the next.
  private(set) var passes: [any LayerPass] = []
  /// The fold in front of each pass, if there is one.
  private(set) var folds: [LinearFold?] = []

  init(_ network: Network, inputs: PanelMatrix, arena: Arena) {
    var inputs = inputs
    var inputGradient: PanelMatrix?
    var front: KernelShape?
    let folded = network.foldedLayers
    for (index, (layer, shape)) in zip(network.layers, network.kernelShapes).enumerated() {
      if folded.contains(index) {
        front = shape
        continue
      }
      let shape = front.map { shape.folded(behind: $0) } ?? shape
      let source = LayerSource(
        inputs: inputs, inputGradient: inputGradient,
        kernel: PackedKernel(shape, needsInputGradient: inputGradient != nil, arena: arena),
        foldedGradient: front.map {
          arena.matrix(steps: 1, columns: shape.units, gates: shape.gates, rows: $0.inputs + 1)
        })
      let pass = layer.makePass(source, output: network.recurrentOutput(of: index), arena: arena)
      passes.append(pass)
      folds.append(front.flatMap { LinearFold($0, into: source, arena: arena) })
      front = nil
      inputs = pass.output
      inputGradient = pass.outputGradient
    }
  }
}

extension Layer {
  fileprivate func makePass(_ source: LayerSource, output: RecurrentOutput, arena: Arena) -> any LayerPass {
    switch self {
    case .dense(let layer): DensePass(layer, source: source, arena: arena)
    case .simpleRNN(let layer): SimpleRNNPass(layer, source: source, output: output, arena: arena)
    case .lstm(let layer): LSTMPass(layer, source: source, output: output, arena: arena)
    }
  }
}

extension Network {
  /// What the next layer sees of a recurrent one.
  fileprivate func recurrentOutput(of index: Int) -> RecurrentOutput {
    index == lastRecurrentIndex ? .read(readout) : .sequence
  }
}

extension KernelShape {
  /// The shape of the kernel with a linear layer in front multiplied in.
  fileprivate func folded(behind front: KernelShape) -> KernelShape {
    KernelShape(
      inputs: front.inputs, states: states, units: units, gates: gates, offset: offset, unfoldedInputs: inputs)
  }
}
