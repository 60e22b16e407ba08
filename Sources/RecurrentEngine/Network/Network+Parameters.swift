/// Where one parameter lies in the flat array of all parameters.
package struct ParameterSlot: Sendable, Hashable {
  /// Layer and parameter, such as `lstm_1/kernel`.
  package let name: String
  /// Rows and columns of a kernel, [D, U] or [D+H, G·H] with the inputs' rows first; or the length of a bias.
  package let shape: [Int]
  package let range: Range<Int>
}

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
  package var parameterCount: Int {
    kernelShapes.reduce(0) { $0 + $1.parameterCount }
  }

  /// The parameters in flat order: the kernel and then the bias of each layer.
  package var parameters: [ParameterSlot] {
    var slots: [ParameterSlot] = []
    for (name, shape) in zip(layerNames, kernelShapes) {
      slots.append(ParameterSlot(name: name + "/kernel", shape: [shape.rows, shape.columns], range: shape.kernelRange))
      slots.append(ParameterSlot(name: name + "/bias", shape: [shape.columns], range: shape.biasRange))
    }
    return slots
  }

  package var summary: [LayerSummary] {
    layers.indices.map { index in
      let units = layers[index].units
      let isSequence = index < lastRecurrentIndex ?? 0
      return LayerSummary(
        name: layerNames[index], kind: layers[index].kind, outputShape: isSequence ? [input.steps, units] : [units],
        parameters: kernelShapes[index].parameterCount)
    }
  }

  /// Each layer's kernel, in order.
  var kernelShapes: [KernelShape] {
    var inputs = input.features
    var offset = 0
    return layers.map { layer in
      let shape = KernelShape(
        inputs: inputs, states: layer.isRecurrent ? layer.units : 0, units: layer.units, gates: layer.gates,
        offset: offset)
      inputs = layer.units
      offset += shape.parameterCount
      return shape
    }
  }

  private var layerNames: [String] {
    var counts: [String: Int] = [:]
    return layers.map { layer in
      counts[layer.kind, default: 0] += 1
      return "\(layer.kind)_\(counts[layer.kind, default: 0])"
    }
  }
}
