import NotebookPlanning
import RecurrentEngine

/// `dense`.
enum DenseLayer: KindSpelling {
  static let keyword = "dense"
  static let alsoKnownAs = ["linear", "fully_connected", "fc", "affine"]
  static let summary =
    "Multiplies its input with a matrix and adds a bias; before a recurrent layer it works on each time step alike."
  static let activation = LayerOptions.activation(default: .none)
  static let options: [any OptionDeclaration] = [
    LayerOptions.units, activation, LayerOptions.initial, LayerOptions.bias,
  ]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[LayerOptions.units].map { units in
      Dense(
        units: units, activation: values[activation], initial: values[LayerOptions.initial].made,
        bias: values[LayerOptions.bias])
    }
  }
}
