import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// A layer with the places of its options.
struct LocatedLayer {
  let layer: any Layer
  let position: SourcePosition
  let places: [String: SourcePosition]

  private static let kinds = ["dense", "simple_rnn", "lstm"]

  static func read(_ value: YAMLValue, from options: inout OptionReader) -> LocatedLayer? {
    guard let (name, written) = options.variant(value, of: "layer", among: kinds) else { return nil }
    var places: [String: SourcePosition] = [:]
    let layer = options.nested(written, owner: "'\(name)'") { options -> (any Layer)? in
      for entry in options.keys { places[entry.key] = entry.value.position }
      let layer = read(name, from: &options)
      return options.hasErrors ? nil : layer
    }
    return layer.map { LocatedLayer(layer: $0, position: value.position, places: places) }
  }

  private static func read(_ kind: String, from options: inout OptionReader) -> (any Layer)? {
    let units = options.required("units").flatMap { options.integer(of: $0, as: "'units'", in: 1...4096) }
    let initial = readInitializer("initial", from: &options) ?? GlorotUniform()
    let bias = options.number("bias", in: -1000...1000) ?? 0
    switch kind {
    case "dense":
      let activation = options.choice("activation", as: Activation.self) ?? .none
      return units.map { Dense(units: $0, activation: activation, initial: initial, bias: bias) }
    case "simple_rnn":
      let activation = options.choice("activation", as: Activation.self) ?? .tanh
      let recurrent = readInitializer("recurrent_initial", from: &options)
      return units.map {
        SimpleRNN(units: $0, activation: activation, initial: initial, recurrentInitial: recurrent, bias: bias)
      }
    default:
      let forgetBias = options.number("forget_bias", in: -1000...1000) ?? 1
      let recurrent = readInitializer("recurrent_initial", from: &options)
      return units.map {
        LSTM(units: $0, forgetBias: forgetBias, initial: initial, recurrentInitial: recurrent, bias: bias)
      }
    }
  }

  private static let initializers = ["glorot_uniform", "he_normal", "orthogonal", "normal", "constant"]

  /// Reads `orthogonal`, `normal: {stddev: 0.1}` or `constant: {value: 0.1}`.
  private static func readInitializer(_ key: String, from options: inout OptionReader) -> (any Initializer)? {
    guard let value = options.value(key),
      let (name, written) = options.variant(value, of: "initial value", among: initializers)
    else { return nil }
    return options.nested(written, owner: "'\(name)'") { options -> (any Initializer)? in
      switch name {
      case "glorot_uniform": GlorotUniform()
      case "he_normal": HeNormal()
      case "orthogonal": Orthogonal()
      case "normal": Normal(stddev: options.number("stddev", in: 0...1000) ?? 1)
      default:
        options.required("value").flatMap { options.number(of: $0, as: "'value'", in: -1000...1000) }
          .map { Constant($0) }
      }
    }
  }
}
