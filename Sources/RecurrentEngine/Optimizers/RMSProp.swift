import CVectorLanes

/// RMSProp in PyTorch's form: v = ρ·v + (1-ρ)·g² and θ -= η·g / (√v + ε), or with momentum b = momentum·b + g / (√v + ε) and θ -= η·b.
package struct RMSProp: Optimizer {
  package var learningRate: Double
  /// ρ.
  package var decay: Double
  package var momentum: Double
  package var epsilon: Double

  package init(learningRate: Double, decay: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.decay = decay
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// v, and b where there is a momentum.
  package var momentCount: Int { momentum == 0 ? 1 : 2 }

  package func update(_ range: ParameterRange, scalars: [Float]) {
    let (rate, oneMinusDecay, momentum, epsilon) =
      (Float(learningRate), 1 - Float(decay), Float(momentum), Float(epsilon))
    let (parameters, gradient, squares) = (range.parameters, range.gradient, range.moments[0])
    range.forEachLanes { places in
      let g = gradient.lanes(places)
      let v = lanes16_fma(g * g - squares.lanes(places), Lanes(repeating: oneMinusDecay), squares.lanes(places))
      squares.setLanes(places, v)
      var step = g / (lanes16_sqrt(v) + epsilon)
      if momentum != 0 {
        step = momentum * range.moments[1].lanes(places) + step
        range.moments[1].setLanes(places, step)
      }
      parameters.setLanes(places, parameters.lanes(places) - rate * step)
    }
  }
}
