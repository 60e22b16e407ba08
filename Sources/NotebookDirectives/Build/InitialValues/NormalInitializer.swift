import NotebookPlanning
import RecurrentEngine

/// `normal`.
enum NormalInitializer: KindSpelling {
  static let keyword = "normal"
  static let alsoKnownAs = ["gaussian", "random_normal"]
  static let summary = "Normal around 0."
  static let deviation = DeclaredOption("stddev", .number(0...1000), default: 1, "The standard deviation.")
  static let options: [any OptionDeclaration] = [deviation]

  static func make(_ values: inout OptionValues) -> (any Initializer)? { Normal(stddev: values[deviation]) }
}
