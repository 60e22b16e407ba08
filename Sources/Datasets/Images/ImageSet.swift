/// Images of one shape, a byte a pixel (0 is paper, 255 is ink), with their labels; a slice shares the storage.
package struct ImageSet: Sendable {
  package let shape: ImageShape
  /// How many classes the labels tell apart: every label is below this number, whether or not it occurs.
  package let classes: Int

  private let pixels: [UInt8]
  private let labels: [UInt8]
  /// Which of the stored images belong to this set.
  private let members: Range<Int>

  /// Makes a set of images that lie one after the other, row by row.
  ///
  /// - Parameters:
  ///   - shape: The size of each image.
  ///   - pixels: `shape.pixels` bytes for each label.
  ///   - labels: The class of each image.
  ///   - classes: How many classes there are; by default as many as the largest label asks for.
  package init(shape: ImageShape, pixels: [UInt8], labels: [UInt8], classes: Int? = nil) {
    precondition(pixels.count == labels.count * shape.pixels, "every label needs the pixels of one image")
    let needed = labels.max().map { Int($0) + 1 } ?? 0
    precondition(needed <= classes ?? needed, "every label is below the number of classes")
    self.shape = shape
    self.classes = classes ?? needed
    self.pixels = pixels
    self.labels = labels
    members = 0..<labels.count
  }

  private init(_ members: Range<Int>, of whole: ImageSet) {
    shape = whole.shape
    classes = whole.classes
    pixels = whole.pixels
    labels = whole.labels
    self.members = members
  }

  package var count: Int { members.count }

  package func label(at index: Int) -> UInt8 {
    labels[stored(index)]
  }

  /// Lends the pixels of one image, row by row.
  package func withPixels<R, E: Error>(of index: Int, _ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    let first = stored(index) * shape.pixels
    return try body(pixels.span.extracting(first..<first + shape.pixels))
  }

  /// A copy of the pixels of one image, row by row.
  package func pixels(of index: Int) -> [UInt8] {
    let first = stored(index) * shape.pixels
    return Array(pixels[first..<first + shape.pixels])
  }

  /// The images of `range`, numbered from 0 again.
  package func slice(_ range: Range<Int>) -> ImageSet {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a slice lies within its set")
    return ImageSet(members.lowerBound + range.lowerBound..<members.lowerBound + range.upperBound, of: self)
  }

  /// How many images each class has, in the order of the classes.
  package var labelCounts: [Int] {
    var counts = [Int](repeating: 0, count: classes)
    for label in labels[members] { counts[Int(label)] += 1 }
    return counts
  }

  /// The SHA-256 digests of the images and of the labels, each in the bytes that an uncompressed IDX file has.
  var contentDigests: (images: [UInt8], labels: [UInt8]) {
    let pixelRange = members.lowerBound * shape.pixels..<members.upperBound * shape.pixels
    return (
      IDXHeader(images: count, of: shape).digest(of: pixels.span.extracting(pixelRange)),
      IDXHeader(labels: count).digest(of: labels.span.extracting(members))
    )
  }

  private func stored(_ index: Int) -> Int {
    precondition(index >= 0 && index < count, "an image is named by its place in the set")
    return members.lowerBound + index
  }
}
