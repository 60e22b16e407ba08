import Datasets
import NotebookSyntax
package import RecurrentEngine

extension OptionValues {
  /// The most memory that a cell may work in.
  package static let mostBytes = 4e9

  /// Reports a model that cannot read a data set, or that needs too much memory for batches of so many rows.
  ///
  /// - Parameters:
  ///   - network: The model, with its label.
  ///   - data: The data set, with its label.
  ///   - dataOption: The option that names the data set.
  ///   - rows: The rows of a batch.
  ///   - rowsOption: The option that says how many rows.
  package mutating func checkFit(
    of network: (label: String, network: Network), to data: (label: String, dataset: DatasetSymbol),
    named dataOption: any OptionDeclaration, rows: Int, by rowsOption: any OptionDeclaration
  ) {
    checkFit(
      of: [(network.label, network.network, data.label, data.dataset)], named: dataOption, rows: rows, by: rowsOption)
  }

  /// Reports which of several models cannot read its data set, and models that together need too much memory.
  package mutating func checkFit(
    of networks: [(label: String, network: Network, data: String, dataset: DatasetSymbol)],
    named dataOption: any OptionDeclaration, rows: Int, by rowsOption: any OptionDeclaration
  ) {
    for network in networks {
      checkFit(of: (network.label, network.network), to: (network.data, network.dataset), named: dataOption)
    }
    let bytes = networks.map { $0.network.workspaceBytes(capacity: rows) }.reduce(0, +)
    if bytes > Self.mostBytes {
      let labels = Spelling.list(networks.map(\.label), conjunction: "and")
      report(
        .outOfRange, at: place(of: rowsOption),
        "batches of \(rows) through \(labels) need \(Int((bytes / 1e9).rounded(.up))) GB of memory, "
          + "and a cell takes at most \(Int(Self.mostBytes / 1e9))",
        suggestion: "make the batch, the layers or the sequence smaller")
    }
  }

  private mutating func checkFit(
    of network: (label: String, network: Network), to data: (label: String, dataset: DatasetSymbol),
    named dataOption: any OptionDeclaration
  ) {
    let (reads, gives) = (network.network.input, data.dataset.input)
    if reads != gives {
      report(
        .shape, at: place(of: dataOption),
        "the model '\(network.label)' reads \(reads.phrase), but '\(data.label)' gives \(gives.phrase)",
        suggestion: data.dataset.shapeToFit(reads).map { "write 'shape: \($0)' in the {load} of '\(data.label)'" })
    }
    let (says, asked) = (network.network.target, data.dataset.shape.target)
    if says != asked {
      report(
        .shape, at: place(of: dataOption),
        "the model '\(network.label)' tells \(says.phrase), but '\(data.label)' has \(asked.phrase)")
    }
    if reads == gives, network.network.outputSteps != data.dataset.shape.targets(steps: reads.steps) {
      report(
        .shape, at: place(of: dataOption),
        "the model '\(network.label)' speaks \(network.network.outputSteps == 1 ? "once an example" : "at each time step"), "
          + "but '\(data.label)' asks \(data.dataset.shape.told == .once ? "once" : "at each")")
    }
  }
}

extension DatasetSymbol {
  /// The size of images of one row that would be read as a sequence of so many steps; nil when no size would.
  fileprivate func shapeToFit(_ sequence: SequenceShape) -> String? {
    guard canBeAugmented, input.steps == 1, input.features == sequence.steps * sequence.features else { return nil }
    return "[\(sequence.steps), \(sequence.features)]"
  }
}

extension Network {
  /// What an output tells.
  fileprivate var target: ExampleShape.Target {
    switch loss.target {
    case .class: .classes(outputs)
    case .number: .numbers(outputs)
    }
  }
}

extension SequenceShape {
  package var phrase: String { "\(steps) steps of \(isTokens ? "one of " : "")\(features)" }
}
