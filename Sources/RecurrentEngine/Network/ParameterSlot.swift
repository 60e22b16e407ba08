/// Where one parameter lies in the flat array of all parameters.
package struct ParameterSlot: Sendable, Hashable {
  /// Layer and parameter, such as `lstm_1/kernel`.
  package let name: String
  /// Rows and columns of a kernel, such as [D+H, G·H] with the inputs' rows first; or the length of a bias.
  package let shape: [Int]
  package let range: Range<Int>
}

extension Network {
  package var parameterCount: Int {
    layerParameters.joined().reduce(0) { $0 + $1.count }
  }

  /// The parameters in flat order, layer by layer.
  package var parameters: [ParameterSlot] { parametersOfLayers.flatMap { $0 } }

  /// The parameters of each layer, in flat order.
  package var parametersOfLayers: [[ParameterSlot]] {
    var offset = 0
    return zip(layerNames, layerParameters).map { name, parameters in
      parameters.map { parameter in
        defer { offset += parameter.count }
        return ParameterSlot(
          name: "\(name)/\(parameter.name)", shape: parameter.shape, range: offset..<offset + parameter.count)
      }
    }
  }
}
