import SeededRandom
import Testing

@Suite struct CanonicalBitsTests {
  /// Both signs, quiet and signalling, with the smallest and the largest payloads.
  @Test(
    arguments: [
      0x7fc0_0000, 0xffc0_0000, 0x7f80_0001, 0xff80_0001, 0x7fbf_ffff, 0xffbf_ffff, 0x7fff_ffff, 0xffff_ffff,
      0x7fc0_1234,
    ] as [UInt32])
  func ofEveryNaNAreThoseOfOne(pattern: UInt32) {
    #expect(Float(bitPattern: pattern).isNaN)
    #expect(Float(bitPattern: pattern).canonicalBits == 0x7fc0_0000)
  }

  @Test(arguments: [0, -0.0, 1, -1, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude] as [Float])
  func ofANumberAreItsOwn(number: Float) {
    #expect(number.canonicalBits == number.bitPattern)
  }
}
