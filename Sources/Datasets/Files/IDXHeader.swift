/// The first bytes of an IDX file: two zeros, the type of the elements, the number of dimensions, and each dimension, big-endian.
struct IDXHeader: Sendable, Hashable {
  /// What a file of a data set holds; the raw value is its number of dimensions.
  enum Content: Int, Sendable {
    case labels = 1
    case images = 3

    /// The bytes that begin such a file, and that its header takes in all.
    var magic: [UInt8] { [0, 0, IDXHeader.unsignedBytes, UInt8(rawValue)] }
    var headerSize: Int { 4 + 4 * rawValue }
  }

  static let unsignedBytes: UInt8 = 8

  let content: Content
  /// The number of items, and for images their rows and columns.
  let dimensions: [Int]

  init(content: Content, dimensions: [Int]) {
    precondition(dimensions.count == content.rawValue, "an IDX header has as many sizes as dimensions")
    self.content = content
    self.dimensions = dimensions
  }

  init(images count: Int, of shape: ImageShape) {
    self.init(content: .images, dimensions: [count, shape.rows, shape.columns])
  }

  init(labels count: Int) {
    self.init(content: .labels, dimensions: [count])
  }

  var count: Int { dimensions[0] }

  /// The bytes that follow the header, or nothing when their number is beyond all bounds.
  var payloadSize: Int? {
    var size = 1
    for dimension in dimensions {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      if overflow { return nil }
      size = product
    }
    return size
  }

  var bytes: [UInt8] {
    content.magic
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
}
