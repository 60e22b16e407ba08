import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// A layer with the places of its options.
struct LocatedLayer {
  let layer: Layer
  let position: SourcePosition
  let places: [String: SourcePosition]

  private static let kinds = ["dense", "simple_rnn", "lstm"]

  static func read(_ value: YAMLValue, from options: inout OptionReader) -> LocatedLayer? {
    guard let (name, written) = options.variant(value, of: "layer", among: kinds) else { return nil }
    var places: [String: SourcePosition] = [:]
    let layer = options.nested(written, owner: "'\(name)'") { options -> Layer? in
      for entry in options.keys { places[entry.key] = entry.value.position }
      let layer = read(name, from: &options)
      return options.hasErrors ? nil : layer
    }
    return layer.map { LocatedLayer(layer: $0, position: value.position, places: places) }
  }

  private static func read(_ kind: String, from options: inout OptionReader) -> Layer? {
    let units = options.required("units").flatMap { options.integer(of: $0, as: "'units'", in: 1...4096) }
    let initial = Initializer.read("initial", from: &options) ?? .glorotUniform
    let bias = options.number("bias", in: -1000...1000) ?? 0
    switch kind {
    case "dense":
      let activation = options.choice("activation", as: Activation.self) ?? .none
      return units.map { .dense(Dense(units: $0, activation: activation, initial: initial, bias: bias)) }
    case "simple_rnn":
      let activation = options.choice("activation", as: Activation.self) ?? .tanh
      let recurrent = Initializer.read("recurrent_initial", from: &options)
      return units.map {
        .simpleRNN(
          SimpleRNN(
            units: $0, activation: activation, initial: initial, recurrentInitial: recurrent, bias: bias))
      }
    default:
      let forgetBias = options.number("forget_bias", in: -1000...1000) ?? 1
      let recurrent = Initializer.read("recurrent_initial", from: &options)
      return units.map {
        .lstm(
          LSTM(units: $0, forgetBias: forgetBias, initial: initial, recurrentInitial: recurrent, bias: bias))
      }
    }
  }
}

extension Initializer {
  private static let names = ["glorot_uniform", "he_normal", "orthogonal", "normal", "constant"]

  /// Reads `orthogonal`, `normal: {stddev: 0.1}` or `constant: {value: 0.1}`.
  static func read(_ key: String, from options: inout OptionReader) -> Initializer? {
    guard let value = options.value(key),
      let (name, written) = options.variant(value, of: "initial value", among: names)
    else { return nil }
    return options.nested(written, owner: "'\(name)'") { options in
      switch name {
      case "glorot_uniform": .glorotUniform
      case "he_normal": .heNormal
      case "orthogonal": .orthogonal
      case "normal": .normal(stddev: options.number("stddev", in: 0...1000) ?? 1)
      default:
        options.required("value").flatMap { options.number(of: $0, as: "'value'", in: -1000...1000) }
          .map { .constant($0) }
      }
    }
  }
}
