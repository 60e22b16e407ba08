import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{build}`: a network from its layers.
enum BuildDirective: Directive {
  static let keyword = "build"
  static let makes: Symbol.Family? = .model

  static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let data = options.dataset("data")
    let layers = layers(&options)
    let readout = options.choice("readout", as: ReadoutOfOne.self).map {
      $0 == .finalState ? Readout.finalState : .lastOutput
    }
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

/// The readouts that give one output an image.
private enum ReadoutOfOne: String, CaseIterable {
  case finalState = "final_state"
  case lastOutput = "last_output"
}
