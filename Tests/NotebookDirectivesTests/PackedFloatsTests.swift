import Foundation
import Testing

@testable import NotebookDirectives

@Suite struct PackedFloatsTests {
  @Test func keepNumbersBitByBit() throws {
    let values: [Float] = [0, -0.0, 1.5, -.infinity, .leastNonzeroMagnitude]
    let kept = try JSONDecoder().decode(PackedFloats.self, from: JSONEncoder().encode(PackedFloats(values)))
    #expect(kept.values.map(\.bitPattern) == values.map(\.bitPattern))
  }

  /// A store that was written on one processor is that of another.
  @Test(arguments: [0xffc0_0000, 0x7fc0_0001, 0xff80_0001] as [UInt32])
  func keepEveryNaNAlike(pattern: UInt32) throws {
    let encoder = JSONEncoder()
    #expect(
      try encoder.encode(PackedFloats([Float(bitPattern: pattern)])) == encoder.encode(PackedFloats([.nan])))
  }
}
