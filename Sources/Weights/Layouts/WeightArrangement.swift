package import RecurrentEngine

/// How a network's parameters are named and arranged by another library.
package struct WeightArrangement: Sendable {
  package let layout: WeightLayout
  package let parameterCount: Int
  /// What a file says of itself.
  package let metadata: [String: String]
  var blocks: [TensorBlock]

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
      let made = try layout.blocks(of: layer, slots, at: place) { WeightRefusal(layer: names[index], reason: $0) }
      blocks += made
    }
    self.layout = layout
    self.blocks = blocks
    parameterCount = network.parameterCount
    metadata = Self.metadata(network, layout)
  }

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
