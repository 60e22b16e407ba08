/// The parameters and what the optimizer remembers about them.
package struct TrainingState: Sendable, Hashable {
  package var parameters: [Float]
  /// Adam's m, or the velocity of gradient descent with momentum.
  package var firstMoment: [Float]
  /// Adam's v.
  package var secondMoment: [Float]
  /// β₁ᵗ and β₂ᵗ, multiplied up in single precision as TensorFlow keeps them.
  package var betaPowers: SIMD2<Float>
  /// How many updates there have been.
  package var step: Int

  /// The initial values of a network.
  package init(network: Network, seed: UInt64) {
    self.init(parameters: network.initialParameters(seed: seed))
  }

  /// Given parameters, and an optimizer that remembers nothing.
  package init(parameters: [Float]) {
    self.parameters = parameters
    firstMoment = Array(repeating: 0, count: parameters.count)
    secondMoment = Array(repeating: 0, count: parameters.count)
    betaPowers = SIMD2(1, 1)
    step = 0
  }
}
