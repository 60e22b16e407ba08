private import SeededRandom

/// The random numbers of one generated example.
package struct SequenceStream: Sendable {
  private var random: RandomStream

  init(seed: UInt64, index: Int) {
    random = RandomStream(seed: seed, purpose: .generatedSequences, index: index)
  }

  /// A uniform number in [0, 1) with 53 bits.
  mutating func uniform() -> Double { random.uniformDouble() }

  /// A uniform whole number of a range.
  mutating func whole(in range: Range<Int>) -> Int { range.lowerBound + random.whole(below: range.count) }
}
