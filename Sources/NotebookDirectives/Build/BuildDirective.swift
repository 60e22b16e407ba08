import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{build}`: a network from its layers.
enum BuildDirective: Directive {
  static let keyword = "build"
  static let summary = "Builds a network and draws its initial weights."
  static let makes: Symbol.Family? = .model

  static let data = DeclaredOption(
    "data", .datasetShape(examples: ["load", "load-3"]), "The data set whose shape the network is built for.",
    otherwise: "the one loaded last")
  static let layers = DeclaredOption(
    "layers", .layers, "The layers from the input to the output; the last one is dense, with a unit for each class.",
    isRequired: true, suggestion: "write 'layers:' and a line '- lstm: {units: 128}' for each")
  static let readout = DeclaredOption(
    "readout", .word(of: Readout.allCases),
    "How the sequence becomes one vector after the last recurrent layer, or stays one.",
    otherwise: "`final_state`, or `last_output` if no layer is recurrent; `every_step` for a text")
  static let loss = DeclaredOption(
    "loss", .word(of: Loss.allCases), default: .softmaxCrossEntropy,
    "How far the outputs are from the labels.",
    examples: OptionExamples(
      ["softmax_cross_entropy", "cross_entropy"],
      beside: [ExampleOption("layers", "[dense: {units: 10, activation: softmax}]")]))
  static let options: [any OptionDeclaration] = [data, layers, readout, loss]

  static let examples = [
    [ExampleOption("data", "load"), ExampleOption("layers", "[lstm: {units: 3}, dense: {units: 10}]")],
    [ExampleOption("data", "load"), ExampleOption("layers", "[dense: {units: 10}]")],
    [ExampleOption("data", "load-4"), ExampleOption("layers", "[lstm: {units: 3}, dense: {units: 29}]")],
  ]

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let data = values[data], let layers = values[layers] else { return nil }
    let made = layers.map(\.made)
    let tellsEachStep = data.dataset.shape.target == .eachStep
    let usual: Readout = tellsEachStep ? .everyStep : made.contains { $0.isRecurrent } ? .finalState : .lastOutput
    let chosen = values[readout] ?? usual
    guard tellsEachStep == (chosen == .everyStep) else {
      values.report(
        .shape, at: values.place(of: readout),
        "'\(data.label)' has \(tellsEachStep ? "a class at each time step" : "one class an example"), "
          + "so the readout is \(tellsEachStep ? "every_step" : "final_state or last_output")")
      return nil
    }
    values.resolve(readout, to: chosen)
    values.drawRandomNumbers()
    let problems = Network.problems(
      input: data.dataset.input, layers: made, readout: chosen, loss: values[loss], classes: data.dataset.classes)
    for problem in problems {
      values.report(.shape, at: place(of: problem, layers: layers, values: values), problem.message)
    }
    guard problems.isEmpty else { return nil }
    let network = Network(
      input: data.dataset.input, layers: made, readout: chosen, loss: values[loss], classes: data.dataset.classes)
    return PlannedAction(
      BuildAction(network: network),
      leaves: Symbol(.model(network), fields: BuildAction.fieldNames, standIn: data.standIn))
  }

  private static func place(
    of problem: NetworkProblem, layers: [NestedValue<any Layer>], values: OptionValues
  ) -> SourcePosition {
    guard let index = problem.layer else { return values.place(of: problem.key ?? Self.layers.name) }
    let layer = layers[index]
    return problem.key.flatMap { layer.places[$0] } ?? layer.position
  }
}

extension OptionType where Value == [NestedValue<any Layer>] {
  /// Layers, one after the other.
  fileprivate static var layers: OptionType<[NestedValue<any Layer>]> {
    let layer = LayerRegistry.registry.type
    let layers = layer.list(
      of: "a layer", each: "layer",
      examples: LayerRegistry.registry.type.examples.map { "[\($0), dense: {units: 10}]" })
    return layers.reading({ .list(layer.form(), orOne: false) }) { value, what, reader in
      guard case .sequence = value.kind else {
        reader.report(
          .wrongType, at: value.position, "\(what) is a list, one line '- name: {…}' a layer, not \(value.kindName)")
        return nil
      }
      return layers.read(value, what, &reader)
    }
  }
}
