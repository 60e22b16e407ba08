/// Gradient descent with momentum: v = momentum·v + g, θ -= η·v.
package struct SGD: Optimizer {
  package var learningRate: Double
  package var momentum: Double

  package init(learningRate: Double, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// The velocity v.
  package var momentCount: Int { 1 }

  package func update(_ range: ParameterRange, scalars: [Float]) {
    let (rate, momentum) = (Float(learningRate), Float(momentum))
    let (parameters, gradient, velocity) = (range.parameters, range.gradient, range.moments[0])
    for place in range.places {
      velocity[place] = momentum * velocity[place] + gradient[place]
      parameters[place] -= rate * velocity[place]
    }
  }
}
