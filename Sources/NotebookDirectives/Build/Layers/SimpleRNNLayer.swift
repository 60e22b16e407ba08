import NotebookPlanning
import RecurrentEngine

/// `simple_rnn`.
enum SimpleRNNLayer: KindSpelling {
  static let keyword = "simple_rnn"
  static let alsoKnownAs = ["rnn", "vanilla_rnn", "elman", "elman_rnn"]
  static let summary = "Makes its next state from its input and its state: h′ = activation([x, h] · kernel + bias)."
  static let activation = LayerOptions.activation(default: .tanh, of: [.tanh, .relu])
  static let options: [any OptionDeclaration] = [
    LayerOptions.units, activation, LayerOptions.initial, LayerOptions.recurrentInitial, LayerOptions.bias,
  ]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[LayerOptions.units].map { units in
      SimpleRNN(
        units: units, activation: values[activation], initial: values[LayerOptions.initial].made,
        recurrentInitial: values[LayerOptions.recurrentInitial]?.made, bias: values[LayerOptions.bias])
    }
  }
}
