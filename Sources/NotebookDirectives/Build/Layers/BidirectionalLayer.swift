import NotebookPlanning
import RecurrentEngine

/// `bidirectional`.
enum BidirectionalLayer: KindSpelling {
  static let keyword = "bidirectional"
  static let alsoKnownAs = ["bi", "birnn", "bi_rnn", "bilstm", "bi_lstm"]
  static let summary =
    "Reads the sequence once from the first step to the last and once from the last to the first, by two layers of the same kind; "
    + "their outputs stand side by side."
  static let layer = DeclaredOption(
    "layer", LayerRegistry.recurrent.type, "The recurrent layer that there is twice.", isRequired: true,
    suggestion: "write 'layer: {lstm: {units: 64}}'")
  static let options: [any OptionDeclaration] = [layer]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[layer].map { Bidirectional($0.made) }
  }
}
