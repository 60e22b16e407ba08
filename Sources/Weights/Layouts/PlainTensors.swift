import RecurrentEngine

/// The tensors of a layer that carries no state: dense, a table, a norm.
enum PlainTensors {
  /// What other libraries call the parameters that they name otherwise than nbrun.
  private static let names: [WeightLayout: [String: String]] = [
    .pytorch: ["kernel": "weight", "table": "weight", "gain": "weight"],
    .keras: ["table": "embeddings", "gain": "gamma"],
  ]

  /// One tensor a parameter; nil where a parameter has no name elsewhere.
  static func blocks(_ slots: [ParameterSlot], _ layout: WeightLayout, in module: String) -> [TensorBlock]? {
    let hasGain = slots.contains { $0.parameter == "gain" }
    let known: Set = ["kernel", "table", "gain", "bias"]
    guard slots.allSatisfy({ known.contains($0.parameter) }) else { return nil }
    return slots.map { slot in
      // Keras calls what is added behind a gain otherwise than a bias behind a kernel.
      let isShift = layout == .keras && hasGain && slot.parameter == "bias"
      let name = isShift ? "beta" : names[layout]?[slot.parameter] ?? slot.parameter
      var block = ParameterBlock(
        offset: slot.range.lowerBound, rows: slot.shape.dropLast().reduce(1, *), units: slot.shape.last ?? 1, gates: [0]
      )
      block.isTransposed = layout == .pytorch && slot.parameter == "kernel"
      return TensorBlock(
        names: ["\(module)\(layout.separator)\(name)"], shape: block.isTransposed ? slot.shape.reversed() : slot.shape,
        block: block, constants: [0])
    }
  }
}

extension ParameterSlot {
  /// Its name inside the layer.
  var parameter: String { String(name.split(separator: "/").last ?? "") }
}
