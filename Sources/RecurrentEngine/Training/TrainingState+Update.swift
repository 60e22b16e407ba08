import CVectorLanes

extension TrainingState {
  /// Makes one update.
  mutating func update(_ optimizer: Optimizer, gradient: UnsafeBufferPointer<Float>) {
    precondition(
      firstMoment.count == gradient.count && secondMoment.count == gradient.count,
      "there are moments for every parameter of the network")
    step += 1
    switch optimizer {
    case .adam(let learningRate, let beta1, let beta2, let epsilon):
      let betas = SIMD2(Float(beta1), Float(beta2))
      betaPowers *= betas
      let correction = (1 - betaPowers.y).squareRoot() / (1 - betaPowers.x)
      updateByAdam(
        gradient, rate: Float(learningRate) * correction, rests: 1 - betas, epsilon: Float(epsilon))
    case .sgd(let learningRate, let momentum):
      updateByDescent(gradient, rate: Float(learningRate), momentum: Float(momentum))
    }
  }

  private mutating func updateByAdam(
    _ gradient: UnsafeBufferPointer<Float>, rate: Float, rests: SIMD2<Float>, epsilon: Float
  ) {
    let count = parameters.count
    parameters.withUnsafeMutableBufferPointer { parameters in
      firstMoment.withUnsafeMutableBufferPointer { firstMoment in
        secondMoment.withUnsafeMutableBufferPointer { secondMoment in
          for start in stride(from: 0, to: count, by: PanelMatrix.width) {
            let used = start..<min(start + PanelMatrix.width, count)
            let g = gradient.lanes(used)
            var m = UnsafeBufferPointer(firstMoment).lanes(used)
            var v = UnsafeBufferPointer(secondMoment).lanes(used)
            m = lanes16_fma(g - m, Lanes(repeating: rests.x), m)
            v = lanes16_fma(g * g - v, Lanes(repeating: rests.y), v)
            let change = m * rate / (lanes16_sqrt(v) + epsilon)
            firstMoment.setLanes(used, m)
            secondMoment.setLanes(used, v)
            parameters.setLanes(used, UnsafeBufferPointer(parameters).lanes(used) - change)
          }
        }
      }
    }
  }

  private mutating func updateByDescent(_ gradient: UnsafeBufferPointer<Float>, rate: Float, momentum: Float) {
    let count = parameters.count
    parameters.withUnsafeMutableBufferPointer { parameters in
      firstMoment.withUnsafeMutableBufferPointer { velocity in
        for index in 0..<count {
          velocity[index] = momentum * velocity[index] + gradient[index]
          parameters[index] -= rate * velocity[index]
        }
      }
    }
  }
}

extension UnsafeBufferPointer<Float> {
  /// The floats of a range of at most sixteen, and zeros after them.
  @inline(__always)
  fileprivate func lanes(_ range: Range<Int>) -> Lanes {
    guard range.count < PanelMatrix.width, let base = baseAddress else {
      return baseAddress.map { $0.lanes(range.lowerBound) } ?? Lanes()
    }
    var lanes = Lanes()
    for (lane, index) in range.enumerated() { lanes[lane] = base[index] }
    return lanes
  }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Writes the first lanes to a range of at most sixteen floats.
  @inline(__always)
  fileprivate func setLanes(_ range: Range<Int>, _ lanes: Lanes) {
    guard let base = baseAddress else { return }
    if range.count == PanelMatrix.width {
      base.setLanes(range.lowerBound, lanes)
    } else {
      for (lane, index) in range.enumerated() { base[index] = lanes[lane] }
    }
  }
}
