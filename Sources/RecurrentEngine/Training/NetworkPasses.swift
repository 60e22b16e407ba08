/// The layers of a network at work on some rows, each reading the one before.
struct NetworkPasses {
  /// One for each layer, without the linear layers that are folded into the next.
  private(set) var passes: [any LayerPass] = []

  /// The floats of the gradient in the parameters' order, and behind it the gradients of folded kernels: what is summed over the rows of a
  /// batch.
  static func sumCount(_ network: Network) -> Int {
    folds(of: network).last.map { $0.place + $0.floats } ?? network.parameterCount
  }

  /// Makes room for the rows of the inputs; the gradients are summed up from `sums` on.
  init(
    _ network: Network, inputs: PanelMatrix, sums: UnsafeMutablePointer<Float>, shared: SharedMemory, arena: Arena
  ) {
    let folds = NetworkPasses.folds(of: network)
    var inputs = inputs
    var inputGradient: PanelMatrix?
    var looksUpTokens = network.lookedUpTokens != nil
    let (shapes, offsets, folded) = (network.layerInputs, network.parameterOffsets, network.foldedLayers)
    for (index, layer) in network.layers.enumerated() where !folded.contains(index) {
      let fold = folds.first { $0.layer == index }
      let source = LayerSource(
        shape: shapes[index], inputs: inputs, looksUpTokens: looksUpTokens, inputGradient: inputGradient, index: index,
        offset: offsets[index], readout: network.readout(of: index), arena: arena, shared: shared,
        fold: fold.map { ($0.front, $0.gradient(at: sums)) })
      let pass = layer.makePass(source)
      passes.append(pass)
      inputs = pass.output
      looksUpTokens = false
      inputGradient = pass.outputGradient
    }
  }

  /// The states to go on from in a later batch, layer by layer.
  var carriedStates: [PanelMatrix] { passes.flatMap { $0.carriedStates } }

  /// The folds of linear layers into the ones behind.
  private static func folds(of network: Network) -> [Fold] {
    let kernels = network.inputKernels
    var place = network.parameterCount
    return network.foldedLayers.sorted().compactMap { index in
      guard let front = kernels[index], let behind = kernels[index + 1] else { return nil }
      // Each begins on a cache line.
      place = (place + PanelMatrix.width - 1) / PanelMatrix.width * PanelMatrix.width
      let fold = Fold(layer: index + 1, front: front, behind: behind, place: place)
      place += fold.floats
      return fold
    }
  }
}

/// A linear layer in front of another, and where among the sums the gradient of their common kernel lies.
private struct Fold {
  /// The place of the layer behind.
  let layer: Int
  let front: KernelShape
  let behind: KernelShape
  let place: Int

  var floats: Int {
    PanelMatrix.panels(behind.units) * behind.gates * (front.inputs + 1) * PanelMatrix.width
  }

  /// The gradient of the common kernel's inputs and bias, [D+1, G·H].
  func gradient(at base: UnsafeMutablePointer<Float>) -> PanelMatrix {
    PanelMatrix(base: base + place, steps: 1, columns: behind.units, gates: behind.gates, rows: front.inputs + 1)
  }
}
