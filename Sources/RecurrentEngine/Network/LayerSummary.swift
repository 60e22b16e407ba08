/// One line of a network's summary.
package struct LayerSummary: Sendable, Hashable {
  /// Kind and number among the layers of that kind, such as `lstm_1`.
  package let name: String
  package let kind: String
  /// [T, H] where the layer hands on a sequence, [H] where it hands on a vector.
  package let outputShape: [Int]
  /// How many parameters the layer has.
  package let parameters: Int
}

extension Network {
  package var summary: [LayerSummary] {
    let (names, inputs, parameters) = (layerNames, layerInputs, layerParameters)
    return layers.indices.map { index in
      let features = layers[index].output(for: inputs[index]).features
      let isSequence = readout == .everyStep || index < lastRecurrentIndex ?? 0
      return LayerSummary(
        name: names[index], kind: layers[index].kind,
        outputShape: isSequence ? [input.steps, features] : [features],
        parameters: parameters[index].reduce(0) { $0 + $1.count })
    }
  }

  /// Each layer's kind and number among the layers of that kind.
  package var layerNames: [String] {
    var counts: [String: Int] = [:]
    return layers.map { layer in
      counts[layer.kind, default: 0] += 1
      return "\(layer.kind)_\(counts[layer.kind, default: 0])"
    }
  }
}
