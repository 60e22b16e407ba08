package import RecurrentEngine

/// A network with its weights.
package struct Model: Sendable {
  package let network: Network
  private let seed: UInt64
  private var trained: [Float]?
  /// How many {train} cells it has been through; each draws images in an order of its own.
  package private(set) var trainings = 0

  /// A network with the initial weights that follow from a seed; they are drawn when they are asked for.
  package init(network: Network, seed: UInt64) {
    self.network = network
    self.seed = seed
  }

  package var parameters: [Float] { trained ?? network.initialParameters(seed: seed) }

  /// Takes other weights in the place of its own.
  package mutating func take(_ parameters: [Float]) {
    precondition(parameters.count == network.parameterCount, "there is a value for every parameter of the network")
    trained = parameters
  }

  package mutating func finishTraining(_ parameters: [Float]) {
    trained = parameters
    trainings += 1
  }
}
