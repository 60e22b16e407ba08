import NotebookPlanning
import RecurrentEngine

/// `constant`.
enum ConstantInitializer: KindSpelling {
  static let keyword = "constant"
  static let alsoKnownAs = ["zeros", "ones", "zero"]
  static let summary = "The same value everywhere."
  static let value = DeclaredOption("value", .number(-1000...1000), "The value.", isRequired: true)
  static let options: [any OptionDeclaration] = [value]

  static func make(_ values: inout OptionValues) -> (any Initializer)? { values[value].map { Constant($0) } }
}
