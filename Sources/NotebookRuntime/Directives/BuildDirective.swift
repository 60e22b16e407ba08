import NotebookSyntax
import RecurrentEngine

/// `{build}`: a network from its layers.
package enum BuildDirective: Directive {
  package static let keyword = "build"

  package static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let data = options.dataset("data")
    let layers = layers(&options)
    let readout = options.choice("readout", as: Readout.self)
    let loss = options.choice("loss", as: Loss.self) ?? .softmaxCrossEntropy
    guard let data, let layers, !options.hasErrors else { return nil }
    let isRecurrent = layers.contains { $0.layer.isRecurrent }
    let chosen = readout ?? (isRecurrent ? .finalState : .lastOutput)
    let problems = Network.problems(
      input: data.dataset.input, layers: layers.map(\.layer), readout: chosen, loss: loss,
      classes: data.dataset.classes)
    for problem in problems {
      options.report(.shape, at: place(of: problem, layers: layers, options: options), problem.message)
    }
    guard problems.isEmpty else { return nil }
    let network = Network(
      input: data.dataset.input, layers: layers.map(\.layer), readout: chosen, loss: loss,
      classes: data.dataset.classes)
    return PlannedAction(
      BuildAction(network: network),
      leaves: Symbol(.model(network), fields: BuildAction.fieldNames, standIn: data.standIn))
  }

  private static func layers(_ options: inout OptionReader) -> [LocatedLayer]? {
    guard
      let value = options.required("layers", suggestion: "write 'layers:' and a line '- lstm: {units: 128}' for each")
    else { return nil }
    guard case .sequence(let items) = value.kind else {
      options.report(
        .wrongType, at: value.position, "'layers' is a list, one line '- name: {…}' a layer, not \(value.kindName)")
      return nil
    }
    let layers = items.compactMap { LocatedLayer.read($0, from: &options) }
    return layers.count == items.count ? layers : nil
  }

  private static func place(
    of problem: NetworkProblem, layers: [LocatedLayer], options: OptionReader
  ) -> SourcePosition {
    guard let index = problem.layer else { return options.place(of: problem.key ?? "layers") }
    let layer = layers[index]
    return problem.key.flatMap { layer.places[$0] } ?? layer.position
  }
}

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

extension Layer {
  var isRecurrent: Bool {
    switch self {
    case .dense: false
    case .simpleRNN, .lstm: true
    }
  }
}
