/// How a gradient changes the parameters.
package enum Optimizer: Sendable, Hashable {
  /// Adam in TensorFlow's form, θ -= α·m / (√v + ε) with α = η·√(1-β₂ᵗ) / (1-β₁ᵗ): ε stands outside the bias correction.
  case adam(learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)
  /// v = momentum·v + g, θ -= η·v.
  case sgd(learningRate: Double, momentum: Double = 0)
}
