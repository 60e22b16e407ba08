import RecurrentEngine

/// What the modules of a network's layers are called in another library, and which of a module's layers each is.
struct ModuleNames {
  /// Where a layer stands.
  struct Place: Hashable {
    let module: String
    /// Which layer of a stack, from 0.
    var depth = 0
  }

  /// One a layer; nil for layers without parameters.
  let places: [Place?]

  /// What PyTorch and Keras call the layers that they name otherwise than nbrun, by nbrun's kinds.
  private static let otherwise: [WeightLayout: [String: String]] = [
    .pytorch: ["simple_rnn": "rnn", "dense": "linear"],
    .keras: ["layer_norm": "layer_normalization"],
  ]

  init(_ network: Network, _ layout: WeightLayout) {
    let slots = network.parametersOfLayers
    guard layout != .tf1 else {
      places = zip(network.layerNames, slots).map { $1.isEmpty ? nil : Place(module: $0) }
      return
    }
    let kinds = network.layers.map { layer in
      // A layer of both directions is called after the one that it has twice, in PyTorch a parameter of the same module.
      let named = layout == .pytorch ? layer.branches.first ?? layer : layer
      return Self.otherwise[layout]?[named.kind] ?? named.kind
    }
    var stacks: [(kind: String, layers: [Int])] = []
    for index in network.layers.indices where !slots[index].isEmpty {
      if layout == .pytorch, let below = stacks.last?.layers.last, network.isStacked(index, on: below, slots) {
        stacks[stacks.count - 1].layers.append(index)
      } else {
        stacks.append((kinds[index], [index]))
      }
    }
    var places: [Place?] = Array(repeating: nil, count: kinds.count)
    var counts: [String: Int] = [:]
    for stack in stacks {
      let number = counts[stack.kind, default: 0]
      counts[stack.kind] = number + 1
      let module = number == 0 ? stack.kind : "\(stack.kind)_\(number)"
      for (depth, layer) in stack.layers.enumerated() { places[layer] = Place(module: module, depth: depth) }
    }
    self.places = places
  }
}

extension Network {
  /// Whether a recurrent layer is one more of the same kind and size as another that it reads, as one module of PyTorch has them.
  fileprivate func isStacked(_ index: Int, on below: Int, _ slots: [[ParameterSlot]]) -> Bool {
    let (upper, lower) = (layers[index], layers[below])
    let roles = { (layer: any Layer) in (layer.branches.first ?? layer).gates.map(\.role) }
    return upper.isRecurrent && upper.kind == lower.kind && !roles(upper).isEmpty && roles(upper) == roles(lower)
      && slots[index].last?.shape == slots[below].last?.shape
  }
}
