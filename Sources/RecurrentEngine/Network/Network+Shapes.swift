extension Network {
  /// The place of the last recurrent layer, after which the sequence becomes a vector.
  var lastRecurrentIndex: Int? {
    layers.lastIndex { $0.isRecurrent }
  }

  /// The steps of the input that the network reads.
  var stepsRead: Int { lastRecurrentIndex == nil && readout != .everyStep ? 1 : input.steps }

  /// The tokens among which a step's is looked up by its number; nil where the first layer is given every input.
  var lookedUpTokens: Int? { input.isTokens && layers.first?.looksUpTokens == true ? input.features : nil }

  /// The columns that a step's inputs have in memory.
  var inputColumns: Int { lookedUpTokens == nil ? input.features : 1 }

  /// The outputs of a row (S): one, or one each step.
  package var outputSteps: Int { readout == .everyStep ? input.steps : 1 }

  /// What each layer is given, as many steps as it works on.
  var layerInputs: [SequenceShape] {
    var shape = SequenceShape(steps: stepsRead, features: input.features, isTokens: input.isTokens)
    let last = lastRecurrentIndex
    return layers.indices.map { index in
      let input = shape
      shape = layers[index].output(for: input)
      if index == last { shape = SequenceShape(steps: outputSteps, features: shape.features) }
      return input
    }
  }

  /// What the next layer sees of one that is recurrent.
  func readout(of index: Int) -> Readout {
    index == lastRecurrentIndex ? readout : .everyStep
  }

  /// Where each layer's parameters begin in the flat array.
  var parameterOffsets: [Int] {
    var offset = 0
    return layerParameters.map { parameters in
      defer { offset += parameters.reduce(0) { $0 + $1.count } }
      return offset
    }
  }

  /// Each layer's parameters.
  var layerParameters: [[LayerParameter]] {
    zip(layers, layerInputs).map { $0.parameters(for: $1) }
  }

  /// Each layer's kernels.
  var kernels: [[KernelShape]] {
    let (inputs, offsets) = (layerInputs, parameterOffsets)
    return layers.indices.map { layers[$0].kernels(for: inputs[$0], offset: offsets[$0]) }
  }

  /// The kernel of each layer that its inputs meet, if there is only one.
  var inputKernels: [KernelShape?] {
    let (inputs, offsets) = (layerInputs, parameterOffsets)
    return layers.indices.map { layers[$0].inputKernel(for: inputs[$0], offset: offsets[$0]) }
  }
}
