import RecurrentEngine

/// The parameters of a recurrent layer, or of one direction of it, by what they are.
struct LayerArrays {
  let gates: [Gate]
  /// What the inputs meet, and the state too where there is no kernel for it alone.
  let kernel: ParameterSlot
  let recurrentKernel: ParameterSlot?
  let bias: ParameterSlot
  let recurrentBias: ParameterSlot?

  /// Finds them by their names; nil where there are others or some are missing.
  ///
  /// - Parameters:
  ///   - gates: Those of the layer, at least one.
  ///   - slots: All parameters of the layer.
  ///   - prefix: How the names begin of those that are meant.
  init?(_ gates: [Gate], _ slots: [ParameterSlot], prefix: String) {
    var named = Dictionary(
      slots.filter { $0.parameter.hasPrefix(prefix) }.map { (String($0.parameter.dropFirst(prefix.count)), $0) }
    ) { first, _ in first }
    guard let kernel = named.removeValue(forKey: "kernel"), kernel.shape.count == 2,
      let bias = named.removeValue(forKey: "bias")
    else { return nil }
    self.gates = gates
    self.kernel = kernel
    self.bias = bias
    recurrentKernel = named.removeValue(forKey: "recurrent_kernel")
    recurrentBias = named.removeValue(forKey: "recurrent_bias")
    guard named.isEmpty else { return nil }
  }

  /// The columns of a gate (H).
  var units: Int { kernel.shape[1] / gates.count }
  /// The rows that the inputs meet (D).
  var inputs: Int { recurrentKernel == nil ? kernel.shape[0] - units : kernel.shape[0] }

  /// Some rows of the kernel or of a vector, their gates in the order of a layout.
  func block(_ slot: ParameterSlot, from row: Int = 0, rows: Int, _ layout: WeightLayout) -> ParameterBlock {
    let order = layout.order(of: gates)
    return ParameterBlock(
      offset: slot.range.lowerBound + row * units * order.count, rows: rows, units: units, gates: order)
  }

  /// What each gate has besides its bias as the engine adds it, in the order of a layout.
  func constants(_ layout: WeightLayout) -> [Float] { layout.order(of: gates).map { Float(gates[$0].constant) } }
}
