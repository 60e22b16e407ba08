import RecurrentEngine

extension WeightLayout {
  /// What stands between a module and its tensors.
  var separator: String { self == .pytorch ? "." : "/" }

  /// How the parameters of each direction begin.
  private static let directions = ["forward_", "backward_"]

  /// The tensors of a layer.
  ///
  /// - Parameters:
  ///   - layer: The layer, of one direction or of both.
  ///   - slots: Its parameters.
  ///   - place: Its module.
  ///   - refusal: What to throw for a reason.
  /// - Returns: The tensors.
  /// - Throws: Why they cannot be held so.
  func blocks(
    of layer: any Layer, _ slots: [ParameterSlot], at place: ModuleNames.Place, refusal: (String) -> WeightRefusal
  ) throws(WeightRefusal) -> [TensorBlock] {
    let ways = layer.branches.isEmpty ? [layer.gates] : layer.branches.map(\.gates)
    if ways.allSatisfy(\.isEmpty) {
      if let blocks = PlainTensors.blocks(slots, self, in: place.module) { return blocks }
      throw refusal("\(title) has no names for its weights here")
    }
    var blocks: [TensorBlock] = []
    for (direction, gates) in ways.enumerated() {
      if let reason = self.refusal(of: gates) { throw refusal(reason) }
      let prefix = layer.branches.isEmpty ? "" : Self.directions[direction]
      guard let arrays = LayerArrays(gates, slots, prefix: prefix) else {
        throw refusal("\(title) has no names for its weights here")
      }
      blocks += arrays.blocks(self, named: names(at: place, direction: layer.branches.isEmpty ? nil : direction))
    }
    return blocks
  }

  /// What a recurrent layer's tensors are called, of which direction too where there are two.
  private func names(at place: ModuleNames.Place, direction: Int?) -> TensorNames {
    let (module, between) = (place.module, separator)
    switch self {
    case .pytorch:
      let ending = "_l\(place.depth)\(direction == 1 ? "_reverse" : "")"
      return TensorNames(
        kernel: "\(module)\(between)weight_ih\(ending)", recurrentKernel: "\(module)\(between)weight_hh\(ending)",
        biases: ["\(module)\(between)bias_ih\(ending)", "\(module)\(between)bias_hh\(ending)"])
    case .keras, .tf1:
      let words = self == .keras ? ["forward_layer/", "backward_layer/"] : Self.directions
      let beginning = "\(module)\(between)\(direction.map { words[$0] } ?? "")"
      return TensorNames(
        kernel: "\(beginning)kernel", recurrentKernel: "\(beginning)recurrent_kernel", biases: ["\(beginning)bias"])
    }
  }
}
