import SeededRandom

/// The shaking of a hand: two waves that push the pen off its way, smoothly as it goes along.
struct Tremor: Sendable {
  private struct Wave {
    let push: SIMD2<Double>
    /// In radians per unit of the way.
    let frequency: Double
    let phase: Double
  }

  private let waves: [2 of Wave]

  /// Draws the waves of one stroke.
  ///
  /// - Parameters:
  ///   - strength: The standard deviation of how far a wave pushes, in each direction.
  ///   - lengths: The shortest and the longest wave.
  ///   - random: What the waves are drawn from.
  init(strength: Double, lengths: ClosedRange<Double>, _ random: inout RandomStream) {
    waves = InlineArray { _ in
      let push = strength * random.normalPair()
      let length = random.uniformDouble(in: lengths)
      return Wave(push: push, frequency: 2 * .pi / length, phase: 2 * .pi * random.uniformDouble())
    }
  }

  /// Where the pen is pushed after so much of its way.
  func push(after distance: Double) -> SIMD2<Double> {
    var sum = SIMD2<Double>()
    for index in waves.indices {
      let wave = waves[index]
      sum += PortableMath.sineCosine(wave.frequency * distance + wave.phase).sine * wave.push
    }
    return sum
  }
}
