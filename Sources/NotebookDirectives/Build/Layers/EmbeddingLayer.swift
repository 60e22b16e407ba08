import NotebookPlanning
import RecurrentEngine

/// `embedding`.
enum EmbeddingLayer: KindSpelling {
  static let keyword = "embedding"
  static let alsoKnownAs = ["embed", "embeddings", "lookup", "lookup_table", "token_embedding"]
  static let summary =
    "Has a row of numbers for each character or sign, and hands on the row of the one that it reads; the first layer, where data are texts or signs."
  static let initial = DeclaredOption(
    "initial", InitializerRegistry.registry.type, default: NestedValue(NormalInitializer.self),
    "How the rows are drawn.", alsoKnownAs: ["embeddings_initializer", "initializer", "init", "weight_init"])
  static let options: [any OptionDeclaration] = [LayerOptions.units, initial]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[LayerOptions.units].map { Embedding(units: $0, initial: values[initial].made) }
  }
}
