private import SeededRandom

/// FNV-1a over words of 32 bits.
struct Digest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt32) {
    value = (value ^ UInt64(word)) &* 0x100_0000_01b3
  }

  mutating func add(_ number: Double) {
    let bits = number.isNaN ? Double.nan.bitPattern : number.bitPattern
    add(UInt32(truncatingIfNeeded: bits))
    add(UInt32(truncatingIfNeeded: bits >> 32))
  }

  mutating func add(_ numbers: [Float]) {
    for number in numbers { add(number.canonicalBits) }
  }
}
