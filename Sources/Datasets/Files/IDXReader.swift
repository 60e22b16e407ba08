/// Reads one IDX file of unsigned bytes, and believes its header only as far as the file bears it out.
struct IDXReader: ~Copyable {
  /// No file, and no file's contents, may be larger.
  static let largestSize = 1 << 30
  private static let pieceSize = 1 << 18

  let header: IDXHeader
  private var reader: ContentReader
  private let payloadSize: Int

  /// Reads the header of `path` and checks it against the size of the file.
  init(path: String, content: IDXHeader.Content) throws(DatasetError) {
    var reader = try ContentReader(path: path, largestFile: Self.largestSize)
    let header = try reader.readIDXHeader(content)
    guard !header.dimensions.contains(0) else {
      throw DatasetError(path, .holdsNothing(dimensions: header.dimensions), at: 4)
    }
    guard let size = header.payloadSize, size <= Self.largestSize else {
      throw DatasetError(path, .promisesTooMuch(dimensions: header.dimensions, limit: Self.largestSize), at: 4)
    }
    let most = reader.sizeBound - content.headerSize
    guard size <= most else {
      throw reader.isGzipped
        ? DatasetError(path, .truncatedGzip) : DatasetError(path, .truncated(expected: size, found: most), at: 4)
    }
    guard reader.isGzipped || size == most else {
      throw DatasetError(path, .trailingBytes(expected: size), at: content.headerSize + size)
    }
    self.header = header
    self.reader = reader
    payloadSize = size
  }

  /// Reads what follows the header: all that it promises and nothing else.
  consuming func contents() throws(DatasetError) -> IDXContents {
    var hasher = SHA256.Hasher()
    header.bytes.withUnsafeBytes { hasher.update($0) }
    var payload = [UInt8](repeating: 0, count: payloadSize)
    for start in stride(from: 0, to: payloadSize, by: Self.pieceSize) {
      let piece = start..<min(start + Self.pieceSize, payloadSize)
      let count = try payload.withUnsafeMutableBufferPointer { whole throws(DatasetError) in
        let buffer = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(whole)[piece])
        let count = try reader.read(into: buffer)
        hasher.update(UnsafeRawBufferPointer(buffer))
        return count
      }
      guard count == piece.count else {
        throw DatasetError(reader.path, .truncated(expected: payloadSize, found: start + count), at: reader.offset)
      }
    }
    guard try reader.isAtEnd() else {
      throw DatasetError(reader.path, .trailingBytes(expected: payloadSize), at: reader.offset - 1)
    }
    return IDXContents(header: header, payload: payload, digest: hasher.finish())
  }
}

extension ContentReader {
  /// Whether no byte is left; one that is left is read.
  mutating func isAtEnd() throws(DatasetError) -> Bool {
    var byte: UInt8 = 0
    return try withUnsafeMutableBytes(of: &byte) { buffer throws(DatasetError) in try read(into: buffer) } == 0
  }

  mutating func readIDXHeader(_ content: IDXHeader.Content) throws(DatasetError) -> IDXHeader {
    var bytes = [UInt8](repeating: 0, count: content.headerSize)
    let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(DatasetError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    let found = bytes.prefix(count)
    if count >= 4 {
      guard found.starts(with: [0, 0]) else { throw DatasetError(path, .notIDX(found: Array(found.prefix(4))), at: 0) }
      guard bytes[2] == IDXHeader.unsignedBytes else {
        throw DatasetError(path, .elementsNotBytes(type: bytes[2]), at: 2)
      }
      guard bytes[3] == content.rawValue else {
        throw DatasetError(path, .wrongDimensions(expected: content.rawValue, found: Int(bytes[3])), at: 3)
      }
    }
    guard count == content.headerSize else {
      throw DatasetError(path, .tooShortForHeader(expected: content.headerSize, found: count), at: count)
    }
    let dimensions = stride(from: 4, to: bytes.count, by: 4).map { start in
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return IDXHeader(content: content, dimensions: dimensions)
  }
}
