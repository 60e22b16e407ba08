import RecurrentEngine

/// The parameters of a layer, or of one direction of it, by what they are.
struct LayerArrays {
  /// None where the layer carries no state.
  let gates: [Gate]
  /// What the inputs meet, and the state too where there is no kernel for it alone.
  let kernel: ParameterSlot
  let recurrentKernel: ParameterSlot?
  let bias: ParameterSlot
  let recurrentBias: ParameterSlot?

  /// Finds them by their names; nil where there are others or some are missing.
  init?(_ layer: any Layer, _ slots: [ParameterSlot], prefix: String = "") {
    var slots = Dictionary(slots.map { (String($0.name.split(separator: "/").last ?? ""), $0) }) { first, _ in first }
    guard let kernel = slots.removeValue(forKey: "\(prefix)kernel"), kernel.shape.count == 2,
      let bias = slots.removeValue(forKey: "\(prefix)bias")
    else { return nil }
    gates = layer.gates
    self.kernel = kernel
    self.bias = bias
    recurrentKernel = slots.removeValue(forKey: "\(prefix)recurrent_kernel")
    recurrentBias = slots.removeValue(forKey: "\(prefix)recurrent_bias")
    guard slots.isEmpty else { return nil }
  }

  /// The columns of a gate (H), or all columns.
  var units: Int { kernel.shape[1] / max(1, gates.count) }
  /// The rows that the inputs meet (D).
  var inputs: Int { gates.isEmpty || recurrentKernel != nil ? kernel.shape[0] : kernel.shape[0] - units }

  /// Some rows of the kernel or of a vector, their gates in the order of a layout.
  func block(_ slot: ParameterSlot, from row: Int = 0, rows: Int, _ layout: WeightLayout) -> ParameterBlock {
    let order = gates.isEmpty ? [0] : layout.order(of: gates)
    return ParameterBlock(
      offset: slot.range.lowerBound + row * units * order.count, rows: rows, units: units, gates: order)
  }

  /// What each gate has besides its bias as the engine adds it, in the order of a layout.
  func constants(_ layout: WeightLayout) -> [Float] {
    gates.isEmpty ? [0] : layout.order(of: gates).map { Float(gates[$0].constant) }
  }
}
