import SeededRandom
import Testing

@Suite struct RandomStreamTests {
  /// Recorded with another implementation of Philox 4×32-10, which gives the known answers of its authors.
  ///
  /// The counter is the block's number in two words, the purpose and the index; the key is the seed.
  @Test func isPhilox() {
    var stream = RandomStream(seed: 7, purpose: .tests, index: 3)
    let words = (0..<8).map { _ in stream.nextWord() }
    #expect(
      words == [
        0xB404_4112, 0x7D41_B3A6, 0x8E30_26BF, 0x04A5_A418, 0xB4D9_7998, 0xE54B_2CF9, 0xBBD8_2B14, 0x6915_726E,
      ])
  }

  @Test func beginsAnywhere() {
    var whole = RandomStream(seed: 7, purpose: .tests, index: 3)
    for _ in 0..<8 { _ = whole.nextWord() }
    var part = RandomStream(seed: 7, purpose: .tests, index: 3, position: 8)
    for _ in 0..<8 { #expect(part.nextWord() == whole.nextWord()) }
  }

  @Test func givesTheSameNumbersAgain() {
    var first = RandomStream(seed: 7, purpose: .tests, index: 3)
    var second = RandomStream(seed: 7, purpose: .tests, index: 3)
    for _ in 0..<100 { #expect(first.nextWord() == second.nextWord()) }
  }

  @Test func keepsSeedsPurposesAndIndicesApart() {
    let streams = [
      RandomStream(seed: 1, purpose: .tests), RandomStream(seed: 2, purpose: .tests),
      RandomStream(seed: 1 << 32, purpose: .tests), RandomStream(seed: 1, purpose: .shuffling),
      RandomStream(seed: 1, purpose: .tests, index: 1),
    ]
    let firsts = streams.map { stream in
      var stream = stream
      return stream.next()
    }
    #expect(Set(firsts).count == streams.count)
  }

  @Test func drawsNormalNumbersWithMeanZeroAndVarianceOne() {
    var stream = RandomStream(seed: 1, purpose: .tests)
    let numbers = (0..<100_000).map { _ in stream.normal() }
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 100_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.02)
  }

  @Test func permutesEveryNumberOnce() {
    var stream = RandomStream(seed: 1, purpose: .tests)
    #expect(stream.permutation(1000).sorted() == Array(0..<1000))
  }
}
