import NotebookPlanning
import RecurrentEngine

/// `glorot_uniform`.
enum GlorotUniformInitializer: KindSpelling {
  static let keyword = "glorot_uniform"
  static let alsoKnownAs = ["glorot", "xavier", "xavier_uniform"]
  static let summary = "Uniform between ±√(6 / (rows + columns))."
  static let options: [any OptionDeclaration] = []

  static func make(_ values: inout OptionValues) -> (any Initializer)? { GlorotUniform() }
}
