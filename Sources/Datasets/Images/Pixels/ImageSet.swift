/// Images of one shape with their labels; a slice shares the storage.
///
/// A pixel is a byte (0 is paper, 255 is ink), or, in a set that is not grey, a number to be taken as it is.
package struct ImageSet: Sendable {
  package let shape: ImageShape
  /// How many classes the labels tell apart: every label is below this number, whether or not it occurs.
  package let classes: Int

  let store: PixelStore
  let labels: [UInt8]
  /// Which of the stored images belong to this set.
  let members: Range<Int>

  /// Makes a set of grey images that lie one after the other, row by row.
  ///
  /// - Parameters:
  ///   - shape: The size of each image.
  ///   - pixels: `shape.pixels` bytes for each label.
  ///   - labels: The class of each image.
  ///   - classes: How many classes there are; by default as many as the largest label asks for.
  package init(shape: ImageShape, pixels: [UInt8], labels: [UInt8], classes: Int? = nil) {
    self.init(shape: shape, store: .bytes(pixels), labels: labels, classes: classes)
  }

  init(shape: ImageShape, store: PixelStore, labels: [UInt8], classes: Int? = nil) {
    precondition(store.count == labels.count * shape.pixels, "every label needs the pixels of one image")
    let needed = labels.max().map { Int($0) + 1 } ?? 0
    precondition(needed <= classes ?? needed, "every label is below the number of classes")
    self.shape = shape
    self.classes = classes ?? needed
    self.store = store
    self.labels = labels
    members = 0..<labels.count
  }

  private init(_ members: Range<Int>, of whole: ImageSet) {
    shape = whole.shape
    classes = whole.classes
    store = whole.store
    labels = whole.labels
    self.members = members
  }

  package var count: Int { members.count }

  /// The bytes of the pixels and labels of these images in memory.
  package var bytes: Int { count * (shape.pixels * (isGrey ? 1 : MemoryLayout<Float>.stride) + 1) }

  /// Whether pixels are bytes.
  package var isGrey: Bool { store.isGrey }

  package func label(at index: Int) -> UInt8 {
    labels[stored(index)]
  }

  /// Lends the pixels of one image, row by row; of images that are not grey a picture, from the image's least number to its greatest.
  package func withPixels<R, E: Error>(of index: Int, _ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    let place = place(of: index)
    switch store {
    case .bytes(let bytes): return try body(bytes.span.extracting(place))
    case .numbers(let numbers):
      let picture = Self.picture(numbers[place])
      return try body(picture.span)
    }
  }

  /// Lends the pixels of one image as numbers, row by row.
  package func withNumbers<R, E: Error>(of index: Int, _ body: (Span<Float>) throws(E) -> R) throws(E) -> R {
    let place = place(of: index)
    switch store {
    case .bytes(let bytes):
      let numbers = bytes[place].map { Float($0) }
      return try body(numbers.span)
    case .numbers(let numbers): return try body(numbers.span.extracting(place))
    }
  }

  /// A copy of the pixels of one image, row by row, as `withPixels` lends them.
  package func pixels(of index: Int) -> [UInt8] {
    withPixels(of: index) { pixels in pixels.indices.map { pixels[$0] } }
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

  private func place(of index: Int) -> Range<Int> {
    let first = stored(index) * shape.pixels
    return first..<first + shape.pixels
  }

  private func stored(_ index: Int) -> Int {
    precondition(index >= 0 && index < count, "an image is named by its place in the set")
    return members.lowerBound + index
  }

  private static func picture(_ numbers: ArraySlice<Float>) -> [UInt8] {
    let low = numbers.min() ?? 0
    // Halved, so that no difference of finite numbers is beyond all bounds.
    let range = (numbers.max() ?? 0) / 2 - low / 2
    return numbers.map { number in
      range > 0 ? UInt8(max(0, min(255, ((number / 2 - low / 2) / range * 255).rounded()))) : 0
    }
  }
}
