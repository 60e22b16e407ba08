import Datasets
import Testing

@Suite struct ImageSetTests {
  private let set = ImageSet(
    shape: ImageShape(rows: 1, columns: 2), pixels: [0, 1, 2, 3, 4, 5, 6, 7], labels: [3, 1, 1, 0])

  @Test func numbersTheImagesOfASliceFromZero() {
    let slice = set.slice(1..<4)
    #expect(slice.count == 3)
    #expect((0..<3).map(slice.label(at:)) == [1, 1, 0])
    #expect(slice.pixels(of: 0) == [2, 3])
    let inner = slice.slice(1..<2)
    #expect(inner.count == 1)
    #expect(inner.pixels(of: 0) == [4, 5])
  }

  @Test func countsEveryClassInASliceToo() {
    #expect(set.labelCounts == [1, 2, 0, 1])
    #expect(set.slice(1..<3).labelCounts == [0, 2, 0, 0])
  }

  @Test func lendsThePixelsThatItCopies() {
    for index in 0..<set.count {
      let lent = set.withPixels(of: index) { pixels in pixels.indices.map { pixels[$0] } }
      #expect(lent == set.pixels(of: index))
    }
  }
}
