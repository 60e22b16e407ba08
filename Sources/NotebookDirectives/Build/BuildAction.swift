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
    let common = [CellMeaning.Setting("kind", kind), CellMeaning.Setting("units", "\(units)")]
    switch self {
    case .dense(let layer):
      return common + [
        CellMeaning.Setting("activation", layer.activation.rawValue),
        CellMeaning.Setting("initial", layer.initial.phrase), CellMeaning.Setting("bias", "\(layer.bias)"),
      ]
    case .simpleRNN(let layer):
      return common + [
        CellMeaning.Setting("activation", layer.activation.rawValue),
        CellMeaning.Setting("initial", layer.initial.phrase),
        CellMeaning.Setting("recurrent_initial", layer.recurrentInitial?.phrase ?? "none"),
        CellMeaning.Setting("bias", "\(layer.bias)"),
      ]
    case .lstm(let layer):
      return common + [
        CellMeaning.Setting("forget_bias", "\(layer.forgetBias)"),
        CellMeaning.Setting("initial", layer.initial.phrase),
        CellMeaning.Setting("recurrent_initial", layer.recurrentInitial?.phrase ?? "none"),
        CellMeaning.Setting("bias", "\(layer.bias)"),
      ]
    }
  }
}

extension Initializer {
  /// As a notebook writes it.
  fileprivate var phrase: String {
    switch self {
    case .glorotUniform: "glorot_uniform"
    case .heNormal: "he_normal"
    case .orthogonal: "orthogonal"
    case .normal(let deviation): "normal {stddev: \(deviation)}"
    case .constant(let value): "constant {value: \(value)}"
    }
  }
}
