import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Makes a network's initial weights and shows its layers.
struct BuildAction: DirectAction {
  let network: Network
  let takenOver: TakenOver?

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
      outputs: note + [
        .table(
          Table(
            caption: "Layers", columns: ["layer", "kind", "output shape", "parameters"], rows: rows, footer: total))
      ],
      fields: [
        Field("parameters", .count(network.parameterCount)), Field("layers", .count(network.layers.count)),
      ])
  }

  private var note: [CellOutput] {
    takenOver.map { [.note("Taken over from \($0.label): \($0.phrase).")] } ?? []
  }

  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    session.models[context.label] = Model(network: network, seed: context.seed)
    return result
  }
}
