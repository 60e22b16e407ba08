import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{build}`: a network from its layers.
enum BuildDirective: Directive {
  static let keyword = "build"
  static let summary = "Builds a network and draws its initial weights."
  static let makes: Symbol.Family? = .model

  static let like = DeclaredOption(
    "like", .modelToBeLike(examples: ["build", "build-2"]),
    "The network of which everything is taken over that is not said here, the data set among it.",
    otherwise: "nothing is taken over",
    examples: OptionExamples(["build", "build-2"].map { OptionExamples.Case($0) }, cell: 2),
    alsoKnownAs: ["base", "based_on", "extends", "same_as", "copy", "copy_of", "inherit", "template"])
  static let data = DeclaredOption(
    "data", .datasetShape(examples: ["load", "load-3"]), "The data set whose shape the network is built for.",
    otherwise: "the one loaded last", alsoKnownAs: ["dataset", "input", "input_shape"])
  static let layers = DeclaredOption(
    "layers", .layers,
    "The layers from the input to the output; the last one is dense, with a unit for each class or number.",
    otherwise: "those of the network that `like` names",
    examples: layerExamples,
    alsoKnownAs: ["model", "network", "architecture"])
  static let readout = DeclaredOption(
    "readout", .word(of: Readout.allCases),
    "How the sequence becomes one vector after the last recurrent layer, or stays one.",
    otherwise:
      "`final_state`, or `last_output` if no layer is recurrent; `every_step` where something is told at each time step"
  )
  static let loss = DeclaredOption(
    "loss", .word(of: Loss.allCases), "How far the outputs are from what is to be told.",
    otherwise: "`softmax_cross_entropy`, or `mean_squared_error` where numbers are to be told",
    examples: OptionExamples(
      ["softmax_cross_entropy", "cross_entropy"],
      beside: [ExampleOption("layers", "[dense: {units: 10, activation: softmax}]")]),
    alsoKnownAs: ["criterion", "objective", "loss_function"])
  /// A network of each kind of layer.
  private static var layerExamples: OptionExamples {
    OptionExamples(
      LayerRegistry.registry.type.examples.map { layer in
        // Tokens are looked up where there are some.
        layer.contains(EmbeddingLayer.keyword)
          ? OptionExamples.Case("[\(layer), dense: {units: 29}]", beside: [ExampleOption("data", "load-4")])
          : OptionExamples.Case("[\(layer), dense: {units: 10}]")
      })
  }

  static let options: [any OptionDeclaration] = [like, data, layers, readout, loss, DeclaredOption.seed]

  static let examples = [
    [ExampleOption("data", "load"), ExampleOption("layers", "[lstm: {units: 3}, dense: {units: 10}]")],
    [ExampleOption("data", "load"), ExampleOption("layers", "[dense: {units: 10}]")],
    [ExampleOption("data", "load-4"), ExampleOption("layers", "[lstm: {units: 3}, dense: {units: 29}]")],
    [ExampleOption("data", "load-5"), ExampleOption("layers", "[gru: {units: 3}, dense: {units: 1}]")],
    [ExampleOption("data", "load-4"), ExampleOption("layers", "[gru: {units: 3}, dense: {units: 29}]")],
  ]

  static func fields(_ values: OptionValues) -> [String] { BuildAction.fieldNames }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    if !values.isGiven(layers), !values.isGiven(like) {
      values.reportMissing(
        [layers.name, like.name], "{build} needs 'layers'",
        suggestion: "write 'layers:' and a line '- lstm: {units: 128}' for each")
    }
    guard let data = values[data], let layers = values[layers] else { return nil }
    let made = layers.map(\.made)
    let shape = data.dataset.shape
    let tellsEachStep = shape.told == .eachStep
    let usual: Readout = tellsEachStep ? .everyStep : made.contains { $0.isRecurrent } ? .finalState : .lastOutput
    let chosen = values[readout] ?? usual
    guard tellsEachStep == (chosen == .everyStep) else {
      values.report(
        .shape, at: values.place(of: readout),
        "'\(data.label)' has \(shape.toldPhrase), "
          + "so the readout is \(tellsEachStep ? "every_step" : "final_state or last_output")")
      return nil
    }
    let loss = values[Self.loss] ?? (shape.target.ofLoss == .class ? .softmaxCrossEntropy : .meanSquaredError)
    guard loss.target == shape.target.ofLoss else {
      let fitting = Loss.allCases.filter { $0.target == shape.target.ofLoss }.map(\.rawValue)
      values.report(
        .shape, at: values.place(of: Self.loss),
        "'\(data.label)' has \(shape.target.phrase) to tell, and '\(loss.rawValue)' takes \(loss.target.plural)",
        suggestion: "write \(Spelling.list(fitting, conjunction: "or"))")
      return nil
    }
    values.resolve(readout, to: chosen)
    values.resolve(Self.loss, to: loss)
    values.drawRandomNumbers(from: values[.seed])
    let problems = Network.problems(
      input: data.dataset.input, layers: made, readout: chosen, loss: loss, outputs: shape.outputs)
    for problem in problems {
      values.report(
        .shape, at: place(of: problem, layers: layers, values: values), problem.message,
        suggestion: problem.remedy.map { Suggestion($0.replacing("`", with: "'")) },
        related: values.origin(of: Self.layers))
    }
    if shape.isRunning, let ahead = layers.first(where: { $0.made.readsAhead }) {
      values.report(
        .shape, at: ahead.position,
        "'\(data.label)' has a character to tell before it comes, which a layer that reads backwards has seen",
        suggestion: "write the layer that is in it in its place")
      return nil
    }
    guard problems.isEmpty else { return nil }
    let network = Network(
      input: data.dataset.input, layers: made, readout: chosen, loss: loss, outputs: shape.outputs)
    var symbol = Symbol(.model(network), fields: BuildAction.fieldNames, standIn: data.standIn)
    symbol.said = values.said(with: (Self.data, data.label))
    return PlannedAction(BuildAction(network: network, takenOver: values[like]), leaves: symbol)
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
    let layers = layer.list(of: "a layer", each: "layer", examples: [])
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
