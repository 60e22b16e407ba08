import NotebookPlanning
import RecurrentEngine

/// `gru`.
enum GRULayer: KindSpelling {
  static let keyword = "gru"
  static let alsoKnownAs = ["gru_cell", "grucell"]
  static let summary =
    "Has gates and no memory beside its state: h′ = (1 − z) · n + z · h with r, z = σ(x · W + b + h · U + b′) and "
    + "n = tanh(x · W + b + r · (h · U + b′)), where W, U, b and b′ have columns of their own for r, z and n. "
    + "The reset r comes after the product, as in PyTorch and in Keras."
  static let recurrentInitial = DeclaredOption(
    "recurrent_initial", InitializerRegistry.registry.type, "How the kernel that meets the state is drawn.",
    otherwise: "it is drawn by `initial` too, apart from the kernel of the inputs")
  static let options: [any OptionDeclaration] = [
    LayerOptions.units, LayerOptions.initial, recurrentInitial, LayerOptions.bias,
  ]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[LayerOptions.units].map { units in
      GRU(
        units: units, initial: values[LayerOptions.initial].made,
        recurrentInitial: values[recurrentInitial]?.made, bias: values[LayerOptions.bias])
    }
  }
}
