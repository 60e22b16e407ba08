/// Gradient descent with momentum, in PyTorch's form: v = momentum·v + g and θ -= η·v, or Nesterov's θ -= η·(g + momentum·v).
///
/// A weight decay λ is part of the gradient, g + λ·θ, of every parameter, biases too.
package struct SGD: Optimizer {
  package var learningRate: Double
  package var momentum: Double
  /// Whether the step is taken from where the momentum leads to.
  package var isNesterov: Bool
  /// λ.
  package var weightDecay: Double

  package init(learningRate: Double, momentum: Double = 0, isNesterov: Bool = false, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
  }

  /// The velocity v.
  package var momentCount: Int { 1 }

  package func update(_ range: ParameterRange, scalars: [Float]) {
    let (rate, momentum, decay) = (Float(learningRate), Float(momentum), Float(weightDecay))
    let (parameters, gradient, velocity) = (range.parameters, range.gradient, range.moments[0])
    range.forEachLanes { places in
      let theta = parameters.lanes(places)
      let g = decay == 0 ? gradient.lanes(places) : gradient.lanes(places) + decay * theta
      let v = momentum * velocity.lanes(places) + g
      velocity.setLanes(places, v)
      parameters.setLanes(places, theta - rate * (isNesterov ? g + momentum * v : v))
    }
  }
}
