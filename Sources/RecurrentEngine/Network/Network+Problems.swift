/// Something that keeps a description from being a network.
package struct NetworkProblem: Sendable, Hashable {
  /// The layer at fault, or nil where it is the network as a whole.
  package let layer: Int?
  /// The option at fault by its name in notebooks, such as `units`.
  package let key: String?
  package let message: String
}

extension Network {
  /// The most units a layer may have.
  static let maximalUnits = 1 << 16
  /// The number of parameters that no network reaches.
  static let parameterBound = 1 << 26
  /// The most classes there may be: a label is a byte.
  static let maximalClasses = 256

  /// Everything that is wrong with a description, all at once; empty if it is a network.
  package static func problems(
    input: SequenceShape, layers: [Layer], readout: Readout, loss: Loss, classes: Int
  ) -> [NetworkProblem] {
    var problems: [NetworkProblem] = []
    if input.steps < 1 || input.features < 1 {
      problems.append(.network("input", "an example has at least one step of at least one input"))
    }
    if !(1...maximalClasses).contains(classes) {
      problems.append(.network("classes", "the number of classes is between 1 and \(maximalClasses)"))
    }
    if layers.isEmpty {
      problems.append(.network("layers", "a network has at least one layer"))
    }
    let lastRecurrent = layers.lastIndex(where: \.isRecurrent)
    if lastRecurrent == nil && readout == .finalState {
      problems.append(.network("readout", "`final_state` reads the state of a recurrent layer, and there is none"))
    }
    for (index, layer) in layers.enumerated() {
      problems += layer.problems(index: index, isInSequence: index < lastRecurrent ?? 0)
    }
    if let last = layers.last {
      problems += last.problemsAsLast(index: layers.count - 1, loss: loss, classes: classes)
    }
    if problems.isEmpty && parameterCount(features: input.features, layers: layers) >= parameterBound {
      problems.append(.network("layers", "a network has fewer than \(parameterBound) parameters"))
    }
    return problems
  }

  /// The number of parameters of layers whose units are within bounds; stops counting where it is already too large.
  private static func parameterCount(features: Int, layers: [Layer]) -> Int {
    var inputs = min(features, parameterBound)
    var count = 0
    for layer in layers where count < parameterBound {
      count += (inputs + (layer.isRecurrent ? layer.units : 0) + 1) * layer.gates * layer.units
      inputs = layer.units
    }
    return count
  }
}

extension NetworkProblem {
  fileprivate static func network(_ key: String, _ message: String) -> NetworkProblem {
    NetworkProblem(layer: nil, key: key, message: message)
  }
}

extension Layer {
  /// What is wrong with the layer wherever it stands, or because it stands before a recurrent one.
  fileprivate func problems(index: Int, isInSequence: Bool) -> [NetworkProblem] {
    var problems: [NetworkProblem] = []
    func add(_ key: String, _ message: String) {
      problems.append(NetworkProblem(layer: index, key: key, message: message))
    }
    if !(1...Network.maximalUnits).contains(units) {
      add("units", "a layer has between 1 and \(Network.maximalUnits) units")
    }
    let initial = initialValues
    if !initial.kernel.isUsable { add("initial", "initial values are finite numbers with a deviation of at least 0") }
    if let recurrent = initial.recurrent, !recurrent.isUsable {
      add("recurrent_initial", "initial values are finite numbers with a deviation of at least 0")
    }
    if !Float(initial.bias).isFinite { add("bias", "a bias is a finite number") }
    switch self {
    case .dense(let layer):
      if layer.activation == .softmax && isInSequence {
        add("activation", "softmax belongs after the last recurrent layer, not inside a sequence")
      }
    case .simpleRNN(let layer):
      if layer.activation != .tanh && layer.activation != .relu {
        add("activation", "a simple recurrent layer has the activation `tanh` or `relu`")
      }
    case .lstm(let layer):
      if !Float(layer.forgetBias).isFinite { add("forget_bias", "a bias is a finite number") }
    }
    return problems
  }

  /// What keeps the layer from being a network's last.
  fileprivate func problemsAsLast(index: Int, loss: Loss, classes: Int) -> [NetworkProblem] {
    guard case .dense(let layer) = self else {
      let message = "the last layer is a dense one, with a unit for each class"
      return [NetworkProblem(layer: index, key: nil, message: message)]
    }
    var problems: [NetworkProblem] = []
    if layer.units != classes {
      let message = "the last layer has as many units as there are classes: \(classes), not \(layer.units)"
      problems.append(NetworkProblem(layer: index, key: "units", message: message))
    }
    if loss == .crossEntropy && layer.activation != .softmax {
      let message = "`cross_entropy` takes probabilities: the last layer's activation is `softmax`"
      problems.append(NetworkProblem(layer: index, key: "activation", message: message))
    }
    return problems
  }
}

extension Initializer {
  fileprivate var isUsable: Bool {
    switch self {
    case .glorotUniform, .heNormal, .orthogonal: true
    case .normal(let deviation): deviation >= 0 && Float(deviation).isFinite
    case .constant(let value): Float(value).isFinite
    }
  }
}
