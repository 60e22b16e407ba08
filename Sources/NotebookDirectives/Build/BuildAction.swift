import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Makes a network's initial weights and shows its layers.
struct BuildAction: DirectAction {
  let network: Network

  static let fieldNames = ["parameters", "layers"]

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    session.models[context.label] = Model(network: network, seed: context.seed)
    let rows: [[Table.Value]] = network.summary.map { layer in
      [
        .text(layer.name), .text(layer.kind), .text(layer.outputShape.map(String.init).joined(separator: " × ")),
        .quantity(.count(layer.parameters)),
      ]
    }
    let total: [Table.Value] = [.text("total"), .empty, .empty, .quantity(.count(network.parameterCount))]
    return CellResult(
      outputs: [
        .table(
          Table(
            caption: "Layers", columns: ["layer", "kind", "output shape", "parameters"], rows: rows, footer: total))
      ],
      fields: [
        Field("parameters", .count(network.parameterCount)), Field("layers", .count(network.layers.count)),
      ])
  }

  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    session.models[context.label] = Model(network: network, seed: context.seed)
    return result
  }

  var meaning: CellMeaning {
    var meaning = CellMeaning([
      CellMeaning.Setting("input", network.input.phrase), CellMeaning.Setting("classes", "\(network.classes)"),
      CellMeaning.Setting("readout", network.readout.rawValue), CellMeaning.Setting("loss", network.loss.rawValue),
    ])
    for (index, layer) in network.layers.enumerated() {
      meaning.settings += layer.settings.map { CellMeaning.Setting("layer \(index + 1) \($0.name)", $0.value) }
    }
    meaning.usesSeed = true
    return meaning
  }
}

extension Layer {
  /// Kind and options, under the names that a notebook gives them.
  fileprivate var settings: [CellMeaning.Setting] {
    var options: [CellMeaning.Setting] = []
    func add(_ units: Int, activation: Activation? = nil, forgetBias: Double? = nil, _ initial: InitialValues) {
      options = [CellMeaning.Setting("kind", kind), CellMeaning.Setting("units", "\(units)")]
      if let activation { options.append(CellMeaning.Setting("activation", activation.rawValue)) }
      if let forgetBias { options.append(CellMeaning.Setting("forget_bias", "\(forgetBias)")) }
      options.append(CellMeaning.Setting("initial", phrase(initial.kernel)))
      if isRecurrent {
        options.append(CellMeaning.Setting("recurrent_initial", initial.recurrent.map(phrase) ?? "none"))
      }
      options.append(CellMeaning.Setting("bias", "\(initial.bias)"))
    }
    if let layer = self as? Dense { add(layer.units, activation: layer.activation, layer.initial) }
    if let layer = self as? SimpleRNN { add(layer.units, activation: layer.activation, layer.initial) }
    if let layer = self as? LSTM { add(layer.units, forgetBias: layer.forgetBias, layer.initial) }
    return options
  }
}

/// An initializer as a notebook writes it.
private func phrase(_ initializer: any Initializer) -> String {
  if let normal = initializer as? Normal { return "normal {stddev: \(normal.stddev)}" }
  if let constant = initializer as? Constant { return "constant {value: \(constant.value)}" }
  if initializer is HeNormal { return "he_normal" }
  return initializer is Orthogonal ? "orthogonal" : "glorot_uniform"
}
