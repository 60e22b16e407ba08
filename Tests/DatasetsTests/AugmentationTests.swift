import Datasets
import Dispatch
import Synchronization
import Testing

@Suite struct AugmentationTests {
  private static let digits = GeneratedDigits.dataset(train: 60, test: 0, seed: 1, threads: 2).train
  private static let all = Augmentation(
    rotation: 15, scale: 0.2, shear: 0.2, shift: 3, elastic: Augmentation.Elastic(strength: 3, smoothness: 6))

  /// The changed images of draws that begin at `firstDraw`, in order.
  private static func augmented(
    _ augmentation: Augmentation, of images: ImageSet = digits, at indices: [Int]? = nil, firstDraw: Int = 0,
    seed: UInt64 = 1, stream: Int = 0, threads: Int = 1
  ) -> [[Float]] {
    let indices = indices ?? Array(0..<images.count)
    let results = Mutex([[Float]](repeating: [], count: indices.count))
    let augmenter = ImageAugmenter(augmentation, shape: images.shape, seed: seed, stream: stream)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for place in stride(from: thread, to: indices.count, by: threads) {
        let pixels = augmenter.augmented(images, at: indices[place], draw: firstDraw + place)
        results.withLock { $0[place] = pixels }
      }
    }
    return results.withLock { $0 }
  }

  private static let originals = (0..<digits.count).map { digits.pixels(of: $0).map(Float.init) }

  /// One bright pixel in an image of rows and columns that differ in number.
  private static func dot(row: Int, column: Int) -> ImageSet {
    var pixels = [UInt8](repeating: 0, count: 15 * 21)
    pixels[row * 21 + column] = 200
    return ImageSet(shape: ImageShape(rows: 15, columns: 21), pixels: pixels, labels: [0])
  }

  @Test(arguments: [Augmentation(), Augmentation(elastic: Augmentation.Elastic(strength: 0, smoothness: 4))])
  func leavesImagesAsTheyAreWhenEveryAmountIsZero(_ nothing: Augmentation) {
    #expect(Self.augmented(nothing) == Self.originals)
  }

  @Test(arguments: [2, 3, 8, 100]) func givesTheSameImagesWithAnyNumberOfThreads(_ threads: Int) {
    #expect(Self.augmented(Self.all, threads: threads) == Self.augmented(Self.all))
  }

  @Test func dependsOnTheNumberOfTheDrawAndNotOnTheDrawsBefore() {
    let whole = Self.augmented(Self.all)
    let part = Self.augmented(Self.all, at: Array(20..<60), firstDraw: 20, threads: 3)
    #expect(part == Array(whole[20...]))
    #expect(Self.augmented(Self.all, at: [7, 7], firstDraw: 7)[0] == whole[7])
  }

  @Test func changesTheSameImageDifferentlyInEachDrawStreamAndSeed() {
    let image = Self.augmented(Self.all, at: [0])
    #expect(image != Self.augmented(Self.all, at: [0], firstDraw: 1))
    #expect(image != Self.augmented(Self.all, at: [0], stream: 1))
    #expect(image != Self.augmented(Self.all, at: [0], seed: 2))
  }

  /// The last draw that a training can come to: 10⁸ steps of 65,536 images.
  @Test func takesTheLastDrawThereCanBe() {
    let draw = 100_000_000 * 65_536 - 1
    #expect(Self.augmented(Self.all, at: [0], firstDraw: draw) != Self.augmented(Self.all, at: [0]))
  }

  @Test(arguments: [
    Augmentation(rotation: 15), Augmentation(scale: 0.2), Augmentation(shear: 0.2), Augmentation(shift: 3),
    Augmentation(elastic: Augmentation.Elastic(strength: 3, smoothness: 6)), all,
  ]) func changesEveryImageAndStaysBetweenPaperAndInk(_ augmentation: Augmentation) {
    for (image, original) in zip(Self.augmented(augmentation), Self.originals) {
      #expect(image != original)
      #expect(image.allSatisfy { 0...255 ~= $0 })
    }
  }

  @Test(arguments: [
    Augmentation(rotation: 180, scale: 0.9, shear: 2, shift: 1000),
    Augmentation(elastic: Augmentation.Elastic(strength: 100, smoothness: 2)),
    Augmentation(elastic: Augmentation.Elastic(strength: 100, smoothness: 1000)),
  ]) func staysWithinTheImageForTheLargestAmounts(_ augmentation: Augmentation) {
    for image in Self.augmented(augmentation) + Self.augmented(augmentation, of: Self.dot(row: 0, column: 20)) {
      #expect(image.allSatisfy { 0...255 ~= $0 })
    }
  }

  @Test func movesInkByNoMoreThanTheShift() {
    let dot = Self.dot(row: 7, column: 10)
    let images = Self.augmented(Augmentation(shift: 2), of: dot, at: [Int](repeating: 0, count: 100))
    let reached = Set(images.flatMap { image in image.indices.filter { image[$0] > 0 } })
    #expect(Set(reached.map { $0 / 21 }) == Set(5...9))
    #expect(Set(reached.map { $0 % 21 }) == Set(8...12))
  }

  @Test func turnsAndScalesAboutTheMiddle() {
    let dot = Self.dot(row: 7, column: 10)
    let turned = Self.augmented(Augmentation(rotation: 180, scale: 0.5, shear: 1), of: dot, at: [0, 0, 0, 0])
    #expect(turned.allSatisfy { $0[7 * 21 + 10] == 200 })
  }

  @Test func turnsByUpToSoManyDegrees() {
    let images = Self.augmented(
      Augmentation(rotation: 90), of: Self.dot(row: 7, column: 14), at: [Int](repeating: 0, count: 300))
    let reached = Set(images.flatMap { image in image.indices.filter { image[$0] > 20 } })
    // Four pixels to the right of the middle: a quarter turn leads four pixels above or below it, and no further.
    #expect(reached.contains(3 * 21 + 10) && reached.contains(11 * 21 + 10))
    #expect(reached.allSatisfy { $0 % 21 >= 9 })
  }

  @Test func worksOnASinglePixel() {
    let one = ImageSet(shape: ImageShape(rows: 1, columns: 1), pixels: [9], labels: [0])
    #expect(Self.augmented(Self.all, of: one).count == 1)
    #expect(Self.augmented(Augmentation(), of: one) == [[9]])
    #expect(Self.augmented(Self.all, at: []).isEmpty)
  }

  /// Other bits are another result of every notebook that augments, and have to be another edition.
  @Test func givesTheSameBitsEverywhere() {
    var sum: UInt32 = 0
    for value in Self.augmented(Self.all, of: Self.dot(row: 5, column: 9), at: [0, 0, 0]).joined() {
      sum = sum &* 31 &+ value.bitPattern
    }
    #expect(sum == Augmentation.edition)
  }
}
