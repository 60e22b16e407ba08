import NotebookPlanning
import RecurrentEngine

/// `layer_norm`.
enum LayerNormLayer: KindSpelling {
  static let keyword = "layer_norm"
  static let alsoKnownAs = ["layernorm", "layer_normalization", "norm", "normalization", "ln"]
  static let summary =
    "Subtracts from the outputs of the layer before, at each time step of each example, their mean and divides by their deviation; "
    + "then y = gain · z + bias, where gain and bias are trained from 1 and 0."
  static let epsilon = DeclaredOption(
    "epsilon", .number(1e-12...1), default: 1e-5, "What is added to the variance before its root is divided by.",
    alsoKnownAs: ["eps", "norm_eps", "layer_norm_eps"])
  static let options: [any OptionDeclaration] = [epsilon]

  static func make(_ values: inout OptionValues) -> (any Layer)? { LayerNorm(epsilon: values[epsilon]) }
}
