private import SeededRandom

/// The first bytes of an IDX file: two zeros, the type of the elements, the number of dimensions, and each dimension, big-endian.
struct IDXHeader: Sendable, Hashable {
  /// What a file of a data set holds.
  enum Content: Sendable {
    case labels
    case images

    /// How many dimensions there can be: images come as rows of pixels, as rows and columns, or with channels besides.
    var dimensions: ClosedRange<Int> { self == .labels ? 1...2 : 2...4 }
  }

  let content: Content
  let element: IDXElement
  /// The number of items, and what each consists of.
  let dimensions: [Int]

  init(content: Content, element: IDXElement = .unsignedByte, dimensions: [Int]) {
    precondition(content.dimensions.contains(dimensions.count), "an IDX file has the dimensions of its content")
    self.content = content
    self.element = element
    self.dimensions = dimensions
  }

  init(images count: Int, of shape: ImageShape, element: IDXElement = .unsignedByte) {
    self.init(content: .images, element: element, dimensions: [count, shape.rows, shape.columns])
  }

  init(labels count: Int) {
    self.init(content: .labels, dimensions: [count])
  }

  var count: Int { dimensions[0] }

  /// The bytes that a header of so many dimensions takes.
  static func size(dimensions: Int) -> Int { 4 + 4 * dimensions }

  var size: Int { Self.size(dimensions: dimensions.count) }

  /// The numbers that follow the header, or nothing when their bytes are beyond all bounds.
  var elementCount: Int? {
    var size = element.size
    for dimension in dimensions {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      if overflow { return nil }
      size = product
    }
    return size / element.size
  }

  /// The bytes that follow the header, or nothing when their number is beyond all bounds.
  var payloadSize: Int? { elementCount.map { $0 * element.size } }

  /// The size of each image: as asked for when that has as many pixels, otherwise what the dimensions make of it.
  func shape(_ wanted: ImageShape?) -> ImageShape? {
    let pixels = dimensions.dropFirst().reduce(1, *)
    if let wanted { return wanted.pixels == pixels ? wanted : nil }
    guard dimensions.count > 2 else { return ImageShape(flat: pixels) }
    return ImageShape(rows: dimensions[1], columns: pixels / dimensions[1])
  }

  var bytes: [UInt8] {
    [0, 0, element.rawValue, UInt8(dimensions.count)]
      + dimensions.flatMap { size in
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: size >> $0) }
      }
  }

  /// The SHA-256 of this header and the payload that belongs to it.
  func digest(of payload: Span<UInt8>) -> [UInt8] {
    var hasher = SHA256.Hasher()
    bytes.withUnsafeBytes { hasher.update($0) }
    payload.withUnsafeBytes { hasher.update($0) }
    return hasher.finish()
  }

  /// The SHA-256 of this header and of numbers in single precision, the most significant byte first.
  func digest(of numbers: Span<Float>) -> [UInt8] {
    var hasher = SHA256.Hasher()
    bytes.withUnsafeBytes { hasher.update($0) }
    var index = 0
    while index < numbers.count {
      let end = min(index + 4096, numbers.count)
      let piece = (index..<end).map { numbers[$0].canonicalBits.bigEndian }
      piece.withUnsafeBytes { hasher.update($0) }
      index = end
    }
    return hasher.finish()
  }
}
