import Glibc

/// Reads a text file line by line in bounded memory.
struct LineReader: ~Copyable {
  private static let longestLine = 1 << 22
  /// No more lines are read, blank ones included, which cost a packed file next to nothing.
  private static let mostLines = 1 << 24

  /// The number of the line that was read last, from 1.
  private(set) var number = 0
  private var reader: ContentReader
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var rest = 0..<0
  private var isAtEnd = false

  init(path: String) throws(DatasetError) {
    reader = try ContentReader(path: path)
  }

  deinit { buffer.deallocate() }

  var path: String { reader.path }

  /// The next line without its end, or nil after the last; what is lent is good until the next call.
  mutating func next() throws(DatasetError) -> UnsafeRawBufferPointer? {
    guard number < Self.mostLines else { throw DatasetError(path, .tooManyLines(limit: Self.mostLines)) }
    while true {
      if let end = firstLineEnd {
        defer { rest = end + 1..<rest.upperBound }
        return line(rest.lowerBound..<end)
      }
      guard !isAtEnd else {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.upperBound..<rest.upperBound }
        return line(rest)
      }
      try refill()
    }
  }

  private var firstLineEnd: Int? {
    guard !rest.isEmpty, let base = buffer.baseAddress,
      let found = memchr(base + rest.lowerBound, 0x0A, rest.count)
    else { return nil }
    return found - base
  }

  private mutating func line(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    number += 1
    let isDOS = !range.isEmpty && buffer[range.upperBound - 1] == 0x0D
    return UnsafeRawBufferPointer(rebasing: buffer[range.lowerBound..<range.upperBound - (isDOS ? 1 : 0)])
  }

  /// Moves what is left to the front and reads behind it.
  private mutating func refill() throws(DatasetError) {
    if rest.count == buffer.count {
      guard buffer.count < Self.longestLine else {
        throw DatasetError(path, .longLine(line: number + 1, limit: Self.longestLine))
      }
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    } else if let base = buffer.baseAddress {
      memmove(base, base + rest.lowerBound, rest.count)
    }
    rest = 0..<rest.count
    let free = UnsafeMutableRawBufferPointer(rebasing: buffer[rest.upperBound...])
    let count = try reader.read(into: free)
    guard reader.offset <= ContentReader.largestSize else {
      throw DatasetError(path, .fileTooLarge(bytes: reader.offset, limit: ContentReader.largestSize))
    }
    isAtEnd = count < free.count
    rest = 0..<rest.upperBound + count
  }
}
