/// The parameters and what the optimizer remembers about them.
package struct TrainingState: Sendable, Hashable {
  package var parameters: [Float]
  /// What the optimizer remembers of every parameter, such as Adam's m and v.
  package var moments: [[Float]]
  /// What it remembers of the steps as such.
  package var scalars: [Float]
  /// How many updates there have been.
  package var step: Int

  /// The initial values of a network, and an optimizer that has taken no step.
  package init(network: Network, seed: UInt64, optimizer: some Optimizer) {
    self.init(parameters: network.initialParameters(seed: seed), optimizer: optimizer)
  }

  /// Given parameters, and an optimizer that has taken no step.
  package init(parameters: [Float], optimizer: some Optimizer) {
    let zeros = [Float](repeating: 0, count: parameters.count)
    self.init(
      parameters: parameters, moments: Array(repeating: zeros, count: optimizer.momentCount),
      scalars: optimizer.initialScalars, step: 0)
  }

  /// A state as it was; see ``fits(_:parameterCount:)``.
  package init(parameters: [Float], moments: [[Float]], scalars: [Float], step: Int) {
    self.parameters = parameters
    self.moments = moments
    self.scalars = scalars
    self.step = step
  }

  /// Whether a training of so many parameters by such an optimizer can go on from here.
  package func fits(_ optimizer: some Optimizer, parameterCount: Int) -> Bool {
    parameters.count == parameterCount && moments.count == optimizer.momentCount
      && moments.allSatisfy { $0.count == parameterCount } && scalars.count == optimizer.initialScalars.count
      && step >= 0
  }
}

extension TrainingState {
  /// Whether every parameter is a finite number.
  package var isFinite: Bool {
    // The largest magnitude by its bits, which a compiler can look for in many lanes at once.
    parameters.reduce(0) { max($0, $1.bitPattern & 0x7fff_ffff) } < Float.infinity.bitPattern
  }

  /// Makes one update.
  ///
  /// - Returns: The norm of the gradient before it is clipped, where that needs it or `measuringNorm` asks for it.
  mutating func update(
    _ optimizer: some Optimizer, clipping: GradientClipping?, measuringNorm: Bool,
    gradient: UnsafeMutableBufferPointer<Float>, team: ThreadTeam
  ) -> Double? {
    precondition(
      fits(optimizer, parameterCount: gradient.count), "the state is one of this optimizer and of the network")
    guard let base = gradient.baseAddress else { return nil }
    let isNormAsked = measuringNorm || clipping?.needsNorm == true
    let norm = isNormAsked ? GradientNorm.of(UnsafeBufferPointer(gradient), team: team) : nil
    step += 1
    optimizer.advance(&scalars)
    let (count, scalars) = (parameters.count, scalars)
    withMoments([]) { parameters, moments in
      team.run(.update, parts: ParameterRange.count(for: count)) { part, _ in
        let range = ParameterRange(
          places: ParameterRange.places(part, of: count), gradient: base, parameters: parameters, moments: moments)
        clipping?.cut(range, norm: norm)
        optimizer.update(range, scalars: scalars)
      }
    }
    return norm
  }

  /// Calls `body` with the parameters and the moments in place.
  private mutating func withMoments(
    _ visited: [UnsafeMutablePointer<Float>],
    _ body: (_ parameters: UnsafeMutablePointer<Float>, _ moments: [UnsafeMutablePointer<Float>]) -> Void
  ) {
    guard visited.count < moments.count else {
      return parameters.withUnsafeMutableBufferPointer { parameters in
        if let base = parameters.baseAddress { body(base, visited) }
      }
    }
    // Taken out, so that it is nobody else's and is changed where it lies.
    var moment: [Float] = []
    swap(&moment, &moments[visited.count])
    moment.withUnsafeMutableBufferPointer { moment in
      if let base = moment.baseAddress { withMoments(visited + [base], body) }
    }
    swap(&moment, &moments[visited.count])
  }
}
