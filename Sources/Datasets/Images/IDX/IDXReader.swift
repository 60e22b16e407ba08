/// Reads one IDX file, and believes its header only as far as the file bears it out.
struct IDXReader: ~Copyable {
  private static let pieceSize = 1 << 18

  let header: IDXHeader
  private var reader: ContentReader
  private let payloadSize: Int

  /// Reads the header of `path` and checks it against the size of the file.
  init(path: String, content: IDXHeader.Content) throws(DatasetError) {
    var reader = try ContentReader(path: path)
    let header = try reader.readIDXHeader(content)
    guard !header.dimensions.contains(0) else {
      throw DatasetError(path, .holdsNothing(dimensions: header.dimensions), at: 4)
    }
    // Pixels that are not bytes take four each in memory.
    let widest = header.element == .unsignedByte ? 1 : max(4, header.element.size)
    guard let size = header.payloadSize, size / header.element.size <= ContentReader.largestSize / widest else {
      throw DatasetError(
        path, .promisesTooMuch(dimensions: header.dimensions, limit: ContentReader.largestSize / widest), at: 4)
    }
    let most = reader.sizeBound - header.size
    guard size <= most else {
      throw reader.isGzipped
        ? DatasetError(path, .truncatedGzip) : DatasetError(path, .truncated(expected: size, found: most), at: 4)
    }
    guard reader.isGzipped || size == most else {
      throw DatasetError(path, .trailingBytes(expected: size), at: header.size + size)
    }
    self.header = header
    self.reader = reader
    payloadSize = size
  }

  /// Reads images: all pixels that the header promises and nothing else.
  consuming func images() throws(DatasetError) -> IDXImages {
    let header = header
    if header.element == .unsignedByte {
      let (bytes, digest) = try bytes()
      return IDXImages(header: header, pixels: .bytes(bytes), digest: digest)
    }
    let (element, path) = (header.element, reader.path)
    var gatherer = PixelGatherer(isGrey: element.isInteger)
    gatherer.reserve(payloadSize / element.size)
    let digest = try forEachPiece { piece, start throws(DatasetError) in
      let places = stride(from: 0, to: piece.count, by: element.size)
      if element.isInteger {
        gatherer.append(places.map { element.integer(piece[$0, element.size]) })
        return
      }
      let numbers = places.map { element.number(piece[$0, element.size]) }
      if let place = numbers.firstIndex(where: { !$0.isFinite }) {
        throw DatasetError(path, .notFinite, at: header.size + start + place * element.size)
      }
      gatherer.append(numbers)
    }
    return IDXImages(header: header, pixels: gatherer.pixels, digest: digest)
  }

  /// Reads labels: all that the header promises, each from 0 to 255, and nothing else.
  consuming func labels() throws(DatasetError) -> IDXLabels {
    let header = header
    if header.element == .unsignedByte {
      let (bytes, digest) = try bytes()
      return IDXLabels(header: header, labels: bytes, digest: digest)
    }
    let (element, path) = (header.element, reader.path)
    var labels: [UInt8] = []
    labels.reserveCapacity(header.count)
    let digest = try forEachPiece { piece, start throws(DatasetError) in
      for place in stride(from: 0, to: piece.count, by: element.size) {
        let value = element.integer(piece[place, element.size])
        guard let label = UInt8(exactly: value) else {
          throw DatasetError(path, .labelOutOfRange(label: value, classes: 256), at: header.size + start + place)
        }
        labels.append(label)
      }
    }
    return IDXLabels(header: header, labels: labels, digest: digest)
  }

  /// Reads everything as it is, with the digest of the whole.
  private consuming func bytes() throws(DatasetError) -> ([UInt8], digest: [UInt8]) {
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
      try checkTruncation(piece, count)
    }
    try checkEnd()
    return (payload, hasher.finish())
  }

  /// Reads everything piece by piece, each of whole elements, and gives the digest of the whole.
  private consuming func forEachPiece(
    _ body: (UnsafeRawBufferPointer, _ start: Int) throws(DatasetError) -> Void
  ) throws(DatasetError) -> [UInt8] {
    var hasher = SHA256.Hasher()
    header.bytes.withUnsafeBytes { hasher.update($0) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    for start in stride(from: 0, to: payloadSize, by: Self.pieceSize) {
      let piece = start..<min(start + Self.pieceSize, payloadSize)
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<piece.count])
      try checkTruncation(piece, try reader.read(into: part))
      hasher.update(UnsafeRawBufferPointer(part))
      try body(UnsafeRawBufferPointer(part), start)
    }
    try checkEnd()
    return hasher.finish()
  }

  private func checkTruncation(_ piece: Range<Int>, _ count: Int) throws(DatasetError) {
    guard count == piece.count else {
      throw DatasetError(
        reader.path, .truncated(expected: payloadSize, found: piece.lowerBound + count), at: reader.offset)
    }
  }

  private mutating func checkEnd() throws(DatasetError) {
    guard try reader.isAtEnd() else {
      throw DatasetError(reader.path, .trailingBytes(expected: payloadSize), at: reader.offset - 1)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes of one element.
  fileprivate subscript(place: Int, size: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[place..<place + size])
  }
}

extension ContentReader {
  /// Whether no byte is left; one that is left is read.
  mutating func isAtEnd() throws(DatasetError) -> Bool {
    var byte: UInt8 = 0
    return try withUnsafeMutableBytes(of: &byte) { buffer throws(DatasetError) in try read(into: buffer) } == 0
  }

  mutating func readIDXHeader(_ content: IDXHeader.Content) throws(DatasetError) -> IDXHeader {
    let first = try readBytes(4)
    guard first.starts(with: [0, 0]) || first.count < 4 else { throw DatasetError(path, .notIDX(found: first), at: 0) }
    guard first.count == 4 else {
      let usual = IDXHeader.size(dimensions: content == .images ? 3 : 1)
      throw DatasetError(path, .tooShortForHeader(expected: usual, found: first.count), at: first.count)
    }
    guard let element = IDXElement(rawValue: first[2]) else {
      throw DatasetError(path, .unknownElements(type: first[2]), at: 2)
    }
    guard content == .images || element.isInteger else {
      throw DatasetError(path, .labelsNotIntegers(type: first[2]), at: 2)
    }
    let count = Int(first[3])
    guard content.dimensions.contains(count) else {
      throw DatasetError(path, .wrongDimensions(expected: content.dimensions, found: count), at: 3)
    }
    let sizes = try readBytes(4 * count)
    guard sizes.count == 4 * count else {
      let found = 4 + sizes.count
      throw DatasetError(path, .tooShortForHeader(expected: 4 + 4 * count, found: found), at: found)
    }
    let dimensions = stride(from: 0, to: sizes.count, by: 4).map { start in
      sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard content == .images || dimensions.dropFirst().allSatisfy({ $0 == 1 }) else {
      throw DatasetError(path, .severalLabels(dimensions: dimensions), at: 8)
    }
    return IDXHeader(content: content, element: element, dimensions: dimensions)
  }

  /// The next bytes; fewer come only at the end.
  private mutating func readBytes(_ count: Int) throws(DatasetError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let found = try bytes.withUnsafeMutableBufferPointer { buffer throws(DatasetError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return Array(bytes.prefix(found))
  }
}
