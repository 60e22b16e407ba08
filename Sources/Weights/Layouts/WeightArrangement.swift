package import RecurrentEngine

/// How a network's parameters are named and arranged by another library.
package struct WeightArrangement: Sendable {
  package let layout: WeightLayout
  package let parameterCount: Int
  /// What a file says of itself.
  package let metadata: [String: String]
  let blocks: [TensorBlock]

  /// Arranges the parameters of a network.
  ///
  /// - Parameters:
  ///   - network: The layers.
  ///   - layout: The other library.
  /// - Throws: Why that library cannot hold them.
  package init(_ network: Network, _ layout: WeightLayout) throws(WeightRefusal) {
    var blocks: [TensorBlock] = []
    let places = ModuleNames(network, layout).places
    let names = network.layerNames
    for (index, slots) in network.parametersOfLayers.enumerated() {
      guard let place = places[index] else { continue }
      let layer = network.layers[index]
      for (direction, one) in (layer.branches.isEmpty ? [layer] : layer.branches).enumerated() {
        if let reason = layout.refusal(of: one.gates) { throw WeightRefusal(layer: names[index], reason: reason) }
        let prefix = layer.branches.isEmpty ? "" : Self.branchPrefixes[direction]
        guard let arrays = LayerArrays(one, slots.filter { $0.belongs(to: prefix) }, prefix: prefix) else {
          throw WeightRefusal(layer: names[index], reason: "\(layout.title) has no names for its weights here")
        }
        let isOneOfTwo = !layer.branches.isEmpty
        blocks += arrays.blocks(
          layout, named: layout.names(at: place, direction: isOneOfTwo ? direction : nil, hasState: !one.gates.isEmpty))
      }
    }
    self.layout = layout
    self.blocks = blocks
    parameterCount = network.parameterCount
    metadata = Self.metadata(network, layout)
  }

  /// How the parameters of each direction begin.
  private static let branchPrefixes = ["forward_", "backward_"]

  static let layoutKey = "layout"
  static let constantsKey = "constants"

  /// What stands near the beginning of every file that is made here.
  package static let mark = #""format":"nbrun 1""#

  private static func metadata(_ network: Network, _ layout: WeightLayout) -> [String: String] {
    var metadata = ["format": "nbrun 1", layoutKey: layout.rawValue]
    let layers = zip(network.layerNames, network.layers)
    let constants = layers.compactMap { name, layer -> String? in
      let gates = (layer.branches.first ?? layer).gates.filter { $0.constant != 0 }
      return gates.isEmpty
        ? nil : "\(name) \(gates.map { "\($0.role.rawValue) \($0.constant)" }.joined(separator: " "))"
    }
    if !constants.isEmpty { metadata[constantsKey] = constants.joined(separator: ", ") }
    let orders = layers.compactMap { name, layer -> String? in
      let gates = (layer.branches.first ?? layer).gates
      let order = layout.order(of: gates).map { gates[$0].role.rawValue }
      return gates.count < 2 ? nil : "\(name) \(order.joined(separator: " "))"
    }
    if !orders.isEmpty { metadata["gates"] = orders.joined(separator: ", ") }
    return metadata
  }
}

/// Why another library cannot hold a network's weights.
package struct WeightRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// The layer at fault, such as `gru_1`.
  package let layer: String
  package let reason: String

  package init(layer: String, reason: String) {
    self.layer = layer
    self.reason = reason
  }

  package var description: String { "'\(layer)' cannot be written so: \(reason)" }
}

extension ParameterSlot {
  /// Whether its name inside the layer begins so.
  fileprivate func belongs(to prefix: String) -> Bool {
    name.split(separator: "/").last?.hasPrefix(prefix) == true
  }
}

extension WeightLayout {
  /// What a layer's tensors are called.
  ///
  /// - Parameters:
  ///   - place: The module.
  ///   - direction: Which of two directions; nil where there is one.
  ///   - hasState: Whether the layer is recurrent.
  /// - Returns: The names.
  func names(at place: ModuleNames.Place, direction: Int?, hasState: Bool) -> TensorNames {
    switch self {
    case .pytorch:
      guard hasState else {
        return TensorNames(
          kernel: "\(place.module).weight", recurrentKernel: "", biases: ["\(place.module).bias"])
      }
      let ending = "_l\(place.depth)\(direction == 1 ? "_reverse" : "")"
      return TensorNames(
        kernel: "\(place.module).weight_ih\(ending)", recurrentKernel: "\(place.module).weight_hh\(ending)",
        biases: ["\(place.module).bias_ih\(ending)", "\(place.module).bias_hh\(ending)"])
    case .keras, .tf1:
      let words = self == .keras ? ["forward_layer/", "backward_layer/"] : ["forward_", "backward_"]
      let beginning = "\(place.module)/\(direction.map { words[$0] } ?? "")"
      return TensorNames(
        kernel: "\(beginning)kernel", recurrentKernel: "\(beginning)recurrent_kernel", biases: ["\(beginning)bias"])
    }
  }
}
