import CVectorLanes

/// Adam in TensorFlow's form, θ -= α·m / (√v + ε) with α = η·√(1-β₂ᵗ) / (1-β₁ᵗ): ε stands outside the bias correction.
///
/// m += (g - m)·(1 - β₁), v += (g² - v)·(1 - β₂); β₁ᵗ and β₂ᵗ are multiplied up in single precision as TensorFlow keeps them.
package struct Adam: Optimizer {
  package var learningRate: Double
  package var beta1: Double
  package var beta2: Double
  package var epsilon: Double

  package init(learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  /// m and v.
  package var momentCount: Int { 2 }
  /// β₁ᵗ and β₂ᵗ.
  package var initialScalars: [Float] { [1, 1] }

  package func advance(_ scalars: inout [Float]) {
    scalars[0] *= Float(beta1)
    scalars[1] *= Float(beta2)
  }

  package func update(_ range: ParameterRange, scalars: [Float]) {
    let correction = (1 - scalars[1]).squareRoot() / (1 - scalars[0])
    let rate = Float(learningRate) * correction
    let (oneMinusBeta1, oneMinusBeta2) = (1 - Float(beta1), 1 - Float(beta2))
    let epsilon = Float(epsilon)
    let (parameters, gradient, firstMoment, secondMoment) =
      (range.parameters, range.gradient, range.moments[0], range.moments[1])
    range.forEachLanes { places in
      let g = gradient.lanes(places)
      let m = lanes16_fma(
        g - firstMoment.lanes(places), Lanes(repeating: oneMinusBeta1), firstMoment.lanes(places))
      let v = lanes16_fma(
        g * g - secondMoment.lanes(places), Lanes(repeating: oneMinusBeta2), secondMoment.lanes(places))
      firstMoment.setLanes(places, m)
      secondMoment.setLanes(places, v)
      parameters.setLanes(places, parameters.lanes(places) - m * rate / (lanes16_sqrt(v) + epsilon))
    }
  }
}
