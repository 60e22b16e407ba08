import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{trace}`: one example through a network, step by step.
enum TraceDirective: Directive {
  static let keyword = "trace"
  static let summary = "Takes one example through a network, step by step: what it would say at each, and why."

  static let model = DeclaredOption(
    "of", .model(examples: ["build", "build"]), "The network.", otherwise: "the one built last",
    examples: OptionExamples([
      OptionExamples.Case("build"), OptionExamples.Case("train", beside: [ExampleOption("example", "2")]),
    ]), alsoKnownAs: ["model", "network", "net"])
  static let target = DeclaredOption(
    "on", .part(otherwise: .test, examples: ["load.test", "load.train"]),
    "The part of a data set that the example is of.",
    otherwise: "the test part of the data set loaded last", alsoKnownAs: ["data", "dataset", "split", "part"])
  static let example = DeclaredOption(
    "example", .example, default: .number(1),
    "Which example, counted from 1, or the first that the network reads right or wrong.",
    alsoKnownAs: ["index", "image", "number"])
  static let show = DeclaredOption(
    "show", .parts, default: [.probabilities],
    "What is shown: what the network would say at each step; states and gates of some units; the size of the gradient at each step.",
    alsoKnownAs: ["plot", "what"])
  static let units = DeclaredOption(
    "units", .units(examples: ["[0, 2]", "[1]"]),
    "Units of the last recurrent layer, from 0, whose states and gates are shown.",
    otherwise: "the first four",
    examples: OptionExamples(["[0, 2]", "[1]"], beside: [ExampleOption("show", "[gates]")]),
    alsoKnownAs: ["unit", "neurons", "cells"])
  static let options: [any OptionDeclaration] = [model, target, example, show, units]

  static let examples = [[ExampleOption("of", "build"), ExampleOption("on", "load.test")]]

  /// More steps are not followed: what the network would say at each is a pass of its own.
  static let mostSteps = 1000
  private static let usualUnits = 4

  static func fields(_ values: OptionValues) -> [String] {
    TraceAction.fieldNames(values[show], of: values[target]?.dataset.shape)
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let model = values[model], let target = values[target] else { return nil }
    let network = model.network
    values.checkFit(
      of: (model.label, network), to: (target.label, target.dataset), named: Self.target, rows: TraceReadings.rows,
      by: Self.model)
    check(network, model.label, on: target, &values)
    checkSteps(of: network, model.label, &values)
    let layer = network.layers.lastIndex { !$0.gates.isEmpty }
    let shown = layer.map { units(of: network, layer: $0, &values) } ?? []
    let action = TraceAction(
      model: model.label, data: target.label, split: target.split, example: values[example], parts: values[show],
      layer: layer, units: shown)
    return PlannedAction(
      action,
      leaves: Symbol(
        .measurements, fields: fields(values), standIn: target.standIn ?? model.standIn))
  }

  /// Reports examples that cannot be followed.
  private static func check(
    _ network: Network, _ label: String, on target: PartReference, _ values: inout OptionValues
  ) {
    let (shape, place) = (target.dataset.shape, values.place(of: Self.target))
    switch values[example] {
    case .right, .wrong:
      if shape.target.ofLoss != .class || shape.told != .once {
        values.report(
          .shape, at: values.place(of: example),
          "'\(target.label)' has \(shape.toldPhrase), and only one class an example is read right or wrong",
          suggestion: "write the number of an example, such as 'example: 1'")
      }
    case .number: break
    }
    if shape.steps > mostSteps {
      values.report(
        .outOfRange, at: place,
        "a trace follows at most \(mostSteps) time steps, and '\(target.label)' has \(shape.steps)",
        suggestion: "load it once more with fewer 'time_steps', and a network like this one for it")
    }
    let count = target.dataset.counts[target.split] ?? 0
    if case .number(let number) = values[example], number > count {
      values.report(
        .outOfRange, at: values.place(of: example),
        "'\(target.label)' has \(count) \(target.split.rawValue) \(target.dataset.noun)")
    }
  }

  /// Reports a network without steps that could be followed.
  private static func checkSteps(of network: Network, _ label: String, _ values: inout OptionValues) {
    let place = values.place(of: model)
    if !network.layers.contains(where: { !$0.gates.isEmpty || !$0.branches.isEmpty }) {
      values.report(
        .shape, at: place, "'\(label)' has no recurrent layer, which alone has steps to follow",
        suggestion: "build it with a layer such as 'lstm: {units: 16}'")
    } else if !network.layers.contains(where: { !$0.gates.isEmpty }), values[show] != [.probabilities] {
      values.report(
        .shape, at: values.place(of: show),
        "'\(label)' has no recurrent layer of one direction, whose states, gates and gradient alone are shown",
        suggestion: "write 'show: probabilities'")
    }
  }

  private static func units(of network: Network, layer: Int, _ values: inout OptionValues) -> [Int] {
    let count = network.layers[layer].output(for: network.input).features
    let chosen = values[units] ?? Array(0..<min(usualUnits, count))
    if let beyond = chosen.first(where: { $0 >= count }) {
      values.report(
        .outOfRange, at: values.place(of: units),
        "the last recurrent layer has the units 0 to \(count - 1), not \(beyond)")
    }
    values.resolve(units, to: chosen)
    return chosen
  }
}

extension OptionType where Value == [TracePart] {
  /// What is shown, one or several.
  fileprivate static var parts: OptionType<[TracePart]> {
    let part = OptionType<TracePart>.word()
    return part.list(of: "what is shown", examples: ["[states, gates, gradient]", "probabilities"])
  }
}

extension OptionType where Value == [Int] {
  /// Numbers of units, at most as many as can be told apart.
  fileprivate static func units(examples: [String]) -> OptionType<[Int]> {
    let most = 32
    let list = OptionType<Int>.integer(0...4095).list(of: "a unit", examples: examples)
    return list.reading(list.form) { value, what, reader in
      guard let units = list.read(value, what, &reader) else { return nil }
      if (1...most).contains(units.count) { return units }
      reader.report(.outOfRange, at: value.position, "\(what) names from 1 to \(most) units, not \(units.count)")
      return nil
    }
  }
}
