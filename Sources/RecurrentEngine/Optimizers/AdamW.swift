/// Adam with weight decay apart from the gradient, in PyTorch's form: θ -= η·λ·θ, then θ -= η·m̂ / (√v̂ + ε).
///
/// m̂ = m/(1-β₁ᵗ) and v̂ = v/(1-β₂ᵗ), so ε stands inside the bias correction; that is TensorFlow's form with ε·√(1-β₂ᵗ) for ε. Every
/// parameter decays, biases too, as all of a model's do in PyTorch.
package struct AdamW: Optimizer {
  package var learningRate: Double
  /// λ.
  package var weightDecay: Double
  package var beta1: Double
  package var beta2: Double
  package var epsilon: Double

  package init(
    learningRate: Double, weightDecay: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  private func adam(epsilon: Double) -> Adam {
    Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
  }

  package var momentCount: Int { adam(epsilon: epsilon).momentCount }
  package var initialScalars: [Float] { adam(epsilon: epsilon).initialScalars }

  package func advance(_ scalars: inout [Float]) {
    adam(epsilon: epsilon).advance(&scalars)
  }

  package func update(_ range: ParameterRange, scalars: [Float]) {
    let kept = Float(1 - learningRate * weightDecay)
    let parameters = range.parameters
    range.forEachLanes { places in
      parameters.setLanes(places, parameters.lanes(places) * kept)
    }
    let correction = Double((1 - scalars[1]).squareRoot())
    adam(epsilon: epsilon * correction).update(range, scalars: scalars)
  }
}
