import NotebookPlanning
import RecurrentEngine

/// `lstm`.
enum LSTMLayer: KindSpelling {
  static let keyword = "lstm"
  static let alsoKnownAs = ["lstm_cell", "lstmcell", "cudnn_lstm", "basic_lstm"]
  static let summary =
    "Has a memory c beside its state h, and gates: c′ = σ(f + forget_bias) · c + σ(i) · tanh(j) and h′ = σ(o) · tanh(c′), "
    + "where i, j, f and o are the four parts of [x, h] · kernel + bias."
  static let forgetBias = DeclaredOption(
    "forget_bias", .number(-1000...1000), default: 1,
    "A constant in the forget gate, neither counted nor trained.",
    alsoKnownAs: ["unit_forget_bias", "forget_gate_bias"])
  static let options: [any OptionDeclaration] = [
    LayerOptions.units, forgetBias, LayerOptions.initial, LayerOptions.recurrentInitial, LayerOptions.bias,
  ]

  static func make(_ values: inout OptionValues) -> (any Layer)? {
    values[LayerOptions.units].map { units in
      LSTM(
        units: units, forgetBias: values[forgetBias], initial: values[LayerOptions.initial].made,
        recurrentInitial: values[LayerOptions.recurrentInitial]?.made, bias: values[LayerOptions.bias])
    }
  }
}
