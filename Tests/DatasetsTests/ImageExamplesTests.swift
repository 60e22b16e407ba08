import Datasets
import Testing

@Suite struct ImageExamplesTests {
  private static let images = ImageSet(
    shape: ImageShape(rows: 2, columns: 3), pixels: [0, 1, 2, 3, 4, 255, 9, 8, 7, 6, 5, 4], labels: [2, 0])
  private static let digits = GeneratedDigits.dataset(train: 20, test: 0, seed: 1, threads: 2).train

  private static func scaled(_ bytes: [Int]) -> [Float] { bytes.map { Float($0) * (1 / 255) } }

  @Test(
    arguments: [
      (ImageReading.rows, [[0, 1, 2], [3, 4, 255]]), (.columns, [[0, 3], [1, 4], [2, 255]]),
      (.pixels, [[0], [1], [2], [3], [4], [255]]),
    ] as [(ImageReading, [[Int]])])
  func readsRowsColumnsOrPixelsAndScalesEachOnce(_ reading: ImageReading, _ expected: [[Int]]) {
    let examples = ImageExamples(Self.images, reading: reading, classes: 3)
    #expect(examples.shape.steps == expected.count && examples.shape.features == expected[0].count)
    #expect(examples.numbers(of: 0) == expected.map(Self.scaled))
  }

  /// Every pixel once, in the same order for every image, which has to be another one than that of the rows.
  @Test func readsPixelsInAnOrderWithoutSense() {
    let examples = ImageExamples(Self.digits, reading: .permutedPixels, classes: 10)
    let pixels = ImageExamples(Self.digits, reading: .pixels, classes: 10)
    #expect(examples.shape.steps == 784 && examples.shape.features == 1)
    let marks = (0..<256).map { UInt8($0) }
    let shape = ImageShape(rows: 16, columns: 16)
    let order = ImageExamples(
      ImageSet(shape: shape, pixels: marks + marks.reversed(), labels: [0, 0]), reading: .permutedPixels, classes: 1)
    let places = order.numbers(of: 0).map { Int(($0[0] * 255).rounded()) }
    #expect(Set(places) == Set(0..<256) && places != Array(0..<256))
    #expect(places.prefix(6) == [76, 223, 60, 33, 120, 186])
    #expect(order.numbers(of: 1).map { Int(($0[0] * 255).rounded()) } == places.map { 255 - $0 })
    for index in 0..<20 {
      #expect(examples.numbers(of: index) != pixels.numbers(of: index))
      #expect(examples.numbers(of: index).map { $0[0] }.sorted() == pixels.numbers(of: index).map { $0[0] }.sorted())
    }
  }

  @Test func tellsOneClassAndShowsAPicture() {
    let examples = ImageExamples(Self.images, reading: .rows, classes: 4)
    #expect(examples.count == 2)
    #expect([0, 1].map { examples.target(of: $0, at: 0) } == [2, 0])
    #expect(examples.targetCounts == [1, 0, 1, 0])
    #expect(examples.classNames == ["0", "1", "2", "3"])
    #expect(examples.shape.target == .classes(4) && examples.shape.told == .once)
    #expect(!examples.shape.isRunning && !examples.shape.hasOwnLengths)
    #expect(examples.view(of: 1) == .picture(rows: 2, columns: 3, pixels: [9, 8, 7, 6, 5, 4]))
    #expect(examples.bytes == 14)
  }

  @Test func takesPixelsThatAreNotGreyAsTheyAre() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("1,0.5,-2,3,4\n0,1,1,1,1\n".utf8), to: "train.csv")
    try folder.write(Array("1,0.5,-2,3,4\n".utf8), to: "test.csv")
    let images = try DatasetLocation.folder(folder.path).load(threads: 1).train
    let examples = ImageExamples(images, reading: .columns, classes: 2)
    #expect(examples.numbers(of: 0) == [[0.5, 3], [-2, 4]])
    #expect(examples.augmented(by: Augmentation(shift: 1), seed: 1, stream: 0) == nil)
  }

  @Test func changesAnExampleInEachDrawAndTheSameDrawAlike() throws {
    let plain = ImageExamples(Self.digits, reading: .columns, classes: 10)
    let changed = try #require(plain.augmented(by: Augmentation(rotation: 15, shift: 2), seed: 3, stream: 1))
    #expect(changed.numbers(of: 5, draw: 7) == changed.numbers(of: 5, draw: 7))
    #expect(changed.numbers(of: 5, draw: 7) != changed.numbers(of: 5, draw: 8))
    #expect(changed.numbers(of: 5) != plain.numbers(of: 5))
    #expect(plain.numbers(of: 5, draw: 7) == plain.numbers(of: 5, draw: 8))
    let nothing = try #require(plain.augmented(by: Augmentation(), seed: 3, stream: 1))
    #expect(nothing.numbers(of: 5, draw: 7) == plain.numbers(of: 5))
    #expect(changed.target(of: 5, at: 0) == plain.target(of: 5, at: 0))
    #expect(changed.view(of: 5) == plain.view(of: 5))
  }
}
