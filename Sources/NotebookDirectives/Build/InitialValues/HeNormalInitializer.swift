import NotebookPlanning
import RecurrentEngine

/// `he_normal`.
enum HeNormalInitializer: KindSpelling {
  static let keyword = "he_normal"
  static let alsoKnownAs = ["he", "kaiming", "kaiming_normal"]
  static let summary = "Normal with variance 2 / rows."
  static let options: [any OptionDeclaration] = []

  static func make(_ values: inout OptionValues) -> (any Initializer)? { HeNormal() }
}
