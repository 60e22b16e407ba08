import NotebookPlanning
import RecurrentEngine

/// `dropout`.
enum DropoutLayer: KindSpelling {
  static let keyword = "dropout"
  static let alsoKnownAs = ["drop", "spatial_dropout", "variational_dropout", "locked_dropout"]
  static let summary =
    "While training, makes each number zero with a probability and divides the others by that of staying; otherwise leaves them as they are."
  static let rate = DeclaredOption(
    "rate", .number(0...0.99), "The probability of zero.", isRequired: true,
    alsoKnownAs: ["p", "dropout_rate", "prob", "probability"])
  static let mask = DeclaredOption(
    "mask", .word(of: Dropout.Mask.allCases), default: .eachStep,
    "Whether each time step of an example has zeros of its own, or all have the same.")
  static let options: [any OptionDeclaration] = [rate, mask]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[rate].map { Dropout(rate: $0, mask: values[mask]) }
  }
}
