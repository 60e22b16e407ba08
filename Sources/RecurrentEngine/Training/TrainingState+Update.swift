import CVectorLanes

extension TrainingState {
  /// The parameters that a thread updates at once: fewer are not worth another thread.
  private static let updatePart = 1 << 15

  /// Makes one update.
  mutating func update(_ optimizer: Optimizer, gradient: UnsafeBufferPointer<Float>, team: ThreadTeam) {
    precondition(
      firstMoment.count == gradient.count && secondMoment.count == gradient.count,
      "there are moments for every parameter of the network")
    step += 1
    switch optimizer {
    case .adam(let learningRate, let beta1, let beta2, let epsilon):
      let betas = SIMD2(Float(beta1), Float(beta2))
      betaPowers *= betas
      let correction = (1 - betaPowers.y).squareRoot() / (1 - betaPowers.x)
      let adam = AdamUpdate(rate: Float(learningRate) * correction, rests: 1 - betas, epsilon: Float(epsilon))
      update(team: team) { adam.apply(gradient, parameters: $0, firstMoment: $1, secondMoment: $2, places: $3) }
    case .sgd(let learningRate, let momentum):
      let (rate, momentum) = (Float(learningRate), Float(momentum))
      update(team: team) { parameters, velocity, _, places in
        for place in places {
          velocity[place] = momentum * velocity[place] + gradient[place]
          parameters[place] -= rate * velocity[place]
        }
      }
    }
  }

  /// Calls `body` with parameters, moments and ranges of their places, spread over the threads.
  private mutating func update(
    team: ThreadTeam,
    _ body: (
      _ parameters: UnsafeMutableBufferPointer<Float>, _ firstMoment: UnsafeMutableBufferPointer<Float>,
      _ secondMoment: UnsafeMutableBufferPointer<Float>, _ places: Range<Int>
    ) -> Void
  ) {
    let count = parameters.count
    parameters.withUnsafeMutableBufferPointer { parameters in
      firstMoment.withUnsafeMutableBufferPointer { firstMoment in
        secondMoment.withUnsafeMutableBufferPointer { secondMoment in
          let (parameters, firstMoment, secondMoment) = (parameters, firstMoment, secondMoment)
          team.run(parts: (count + Self.updatePart - 1) / Self.updatePart) { part, _ in
            let start = part * Self.updatePart
            body(parameters, firstMoment, secondMoment, start..<min(start + Self.updatePart, count))
          }
        }
      }
    }
  }
}

/// One update by Adam: m += (g - m)·(1 - β₁), v += (g² - v)·(1 - β₂), θ -= α·m / (√v + ε).
private struct AdamUpdate {
  let rate: Float
  /// 1 - β₁ and 1 - β₂.
  let rests: SIMD2<Float>
  let epsilon: Float

  func apply(
    _ gradient: UnsafeBufferPointer<Float>, parameters: UnsafeMutableBufferPointer<Float>,
    firstMoment: UnsafeMutableBufferPointer<Float>, secondMoment: UnsafeMutableBufferPointer<Float>, places: Range<Int>
  ) {
    for start in stride(from: places.lowerBound, to: places.upperBound, by: PanelMatrix.width) {
      let used = start..<min(start + PanelMatrix.width, places.upperBound)
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
