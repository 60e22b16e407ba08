import Testing

@testable import Datasets

/// Data are named alike whatever the bits of a number that is none: those differ between processors.
struct NaNDigestTests {
  private static let patterns: [UInt32] = [0xFFC0_0000, 0x7FC0_0001, 0xFF80_0001]

  @Test(arguments: patterns) func imagesOfNumbersHaveOneName(_ pattern: UInt32) {
    func digest(_ number: Float) -> [UInt8] {
      let shape = ImageShape(rows: 1, columns: 2)
      return ImageSet(shape: shape, store: .numbers([1, number]), labels: [0]).contentDigests.images
    }
    #expect(digest(Float(bitPattern: pattern)) == digest(.nan))
    #expect(digest(.nan) != digest(.infinity))
  }

  /// An example whose every number has the bits that the seed says.
  private enum Pattern: SequenceTask {
    static let name = "pattern"
    static let edition = "1"
    static let inputNames = ["input"]
    static let targetNames = ["target"]
    static let told = ExampleShape.Moment.once
    static let fewestSteps = 1

    static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedSequence {
      let number = Float(bitPattern: pattern)
      return GeneratedSequence(steps: steps, inputs: Array(repeating: number, count: steps), targets: [number])
    }

    @TaskLocal static var pattern: UInt32 = 0
  }

  @Test(arguments: patterns) func generatedNumbersHaveOneName(_ pattern: UInt32) throws {
    func digest(_ pattern: UInt32) throws -> String {
      try Pattern.$pattern.withValue(pattern) {
        try #require(Pattern.examples(count: 2, steps: 3, shortest: 3, seed: 1) { false }).digest
      }
    }
    #expect(try digest(pattern) == digest(Float.nan.bitPattern))
    #expect(try digest(pattern) != digest(Float.infinity.bitPattern))
  }
}
