/// A stream of random numbers that is a pure function of its coordinates: any part can be drawn without drawing what comes before.
///
/// Philox 4×32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", 2011) keyed by the seed; purpose, index and
/// position are the counter. Adding a stream for a new purpose does not move any other, and resuming needs no saved generator.
package struct RandomStream: RandomNumberGenerator, Sendable, Hashable {
  /// What the numbers are for; the raw values are part of every result and never change.
  package enum Purpose: UInt32, Sendable {
    case initialValues = 1
    case shuffling = 2
    case generatedDigits = 3
    case augmentation = 4
    case generatedText = 6
    case generatedSequences = 7
    case dropout = 8
    case sampledText = 9
    case pixelOrder = 10
    case tests = 99
  }

  private let key: SIMD2<UInt32>
  private let coordinates: SIMD2<UInt32>
  private var position: UInt64
  private var block = SIMD4<UInt32>()

  /// Makes the stream of `seed` for one purpose and one thing it is drawn for.
  ///
  /// - Parameters:
  ///   - seed: The notebook's seed.
  ///   - purpose: Keeps the streams of different uses apart.
  ///   - index: Which layer, epoch or example the numbers are for, below 2³².
  ///   - position: How many words to leave out at the beginning, a multiple of four.
  package init(seed: UInt64, purpose: Purpose, index: Int = 0, position: UInt64 = 0) {
    precondition(position & 3 == 0, "words are drawn in blocks of four")
    self.position = position
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    coordinates = SIMD2(purpose.rawValue, UInt32(truncatingIfNeeded: index))
  }

  /// The next 32 random bits.
  package mutating func nextWord() -> UInt32 {
    let lane = Int(truncatingIfNeeded: position & 3)
    if lane == 0 { block = philoxBlock(position >> 2) }
    position &+= 1
    return block[lane]
  }

  package mutating func next() -> UInt64 {
    let low = UInt64(nextWord())
    return UInt64(nextWord()) << 32 | low
  }

  private func philoxBlock(_ number: UInt64) -> SIMD4<UInt32> {
    var counter = SIMD4(
      UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32), coordinates.x, coordinates.y)
    var key = key
    for _ in 0..<10 {
      let first = UInt64(0xD251_1F53) &* UInt64(counter.x)
      let second = UInt64(0xCD9E_8D57) &* UInt64(counter.z)
      counter = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ counter.y ^ key.x, UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ counter.w ^ key.y, UInt32(truncatingIfNeeded: first))
      key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return counter
  }
}
