/// Something that keeps a description from being a network.
package struct NetworkProblem: Sendable, Hashable {
  /// The layer at fault, or nil where it is the network as a whole.
  package let layer: Int?
  /// The option at fault, such as `units`.
  package let key: String?
  package let message: String
  /// What would be right in its place; nil where nothing does or there is too much to choose from.
  package let remedy: String?
}

extension Network {
  package static let mostLayers = 1000
  /// The number of parameters that no network reaches.
  static let parameterBound = 1 << 26
  /// The most numbers that an output may have.
  package static let maximalOutputs = 1 << 16

  /// Everything that is wrong with a description, all at once; empty if it is a network.
  package static func problems(
    input: SequenceShape, layers: [any Layer], readout: Readout, loss: Loss, outputs: Int
  ) -> [NetworkProblem] {
    var problems: [NetworkProblem] = []
    func add(_ key: String, _ message: String, remedy: String? = nil) {
      problems.append(NetworkProblem(layer: nil, key: key, message: message, remedy: remedy))
    }
    func add(_ layerProblems: [LayerProblem], of index: Int) {
      problems += layerProblems.map {
        NetworkProblem(layer: index, key: $0.key, message: $0.message, remedy: $0.remedy)
      }
    }
    if input.steps < 1 || input.features < 1 {
      add("input", "an example has at least one step of at least one input")
    }
    if !(1...maximalOutputs).contains(outputs) {
      add("outputs", "there are between 1 and \(maximalOutputs) \(loss.target.plural)")
    }
    if layers.isEmpty {
      add("layers", "a network has at least one layer")
    }
    if layers.count > mostLayers {
      add("layers", "a network has at most \(mostLayers) layers, and this one has \(layers.count)")
    }
    let lastRecurrent = layers.lastIndex { $0.isRecurrent }
    if lastRecurrent == nil && (readout == .finalState || readout == .mean) {
      add(
        "readout", "`\(readout.rawValue)` reads the states of a recurrent layer, and there is none",
        remedy: "read `\(Readout.lastOutput.rawValue)`, or add a recurrent layer")
    }
    for (index, layer) in layers.enumerated() {
      let place = LayerPlace(
        isFirst: index == 0, isInSequence: index < lastRecurrent ?? 0, readsTokens: input.isTokens)
      add(layer.problems(at: place), of: index)
    }
    if let last = layers.last {
      add(last.problemsAsLast(loss: loss, outputs: outputs), of: layers.count - 1)
    }
    if problems.isEmpty {
      let count = parameterCount(input: input, layers: layers)
      if count >= parameterBound {
        add("layers", "a network has fewer than \(parameterBound) parameters, and this one has \(count)")
      }
    }
    return problems
  }

  /// The number of parameters of layers that have no problems, with at most so many inputs as no network has parameters.
  private static func parameterCount(input: SequenceShape, layers: [any Layer]) -> Int {
    var shape = SequenceShape(steps: 1, features: min(input.features, parameterBound))
    var count = 0
    for layer in layers {
      count += layer.parameters(for: shape).reduce(0) { $0 + $1.count }
      shape = layer.output(for: shape)
    }
    return count
  }
}
