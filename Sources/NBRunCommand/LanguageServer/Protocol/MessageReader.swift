import Foundation

/// Reads the messages of a language client, each a head that says how long it is and a body of JSON.
struct MessageReader {
  /// Why a message is none.
  enum Problem: Error, Equatable {
    /// The head says no length; where the next message begins is not known.
    case head
    /// The body is longer than any that is read, and was passed over.
    case length
  }

  private static let mostOfHead = 8192
  /// A notebook of four million bytes, each of which JSON writes in up to six.
  private static let mostOfBody = 32_000_000

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Waits for the next message and gives its body; nil at the end of the input.
  mutating func next() throws(Problem) -> Data? {
    var end = Self.endOfHead(buffer)
    while end == nil {
      if buffer.count > Self.mostOfHead { throw .head }
      guard fill() else { return nil }
      end = Self.endOfHead(buffer)
    }
    guard let end, end <= Self.mostOfHead, let length = Self.length(String(decoding: buffer[..<end], as: UTF8.self))
    else { throw .head }
    buffer.removeFirst(end)
    guard length <= Self.mostOfBody else {
      guard pass(length) else { return nil }
      throw .length
    }
    while buffer.count < length { guard fill() else { return nil } }
    defer { buffer.removeFirst(length) }
    return Data(buffer[..<length])
  }

  /// Whether more was sent than has been read.
  var hasMore: Bool {
    if !buffer.isEmpty { return true }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
  }

  /// Passes over so many bytes.
  private mutating func pass(_ length: Int) -> Bool {
    var rest = length
    while rest > buffer.count {
      rest -= buffer.count
      buffer = []
      guard fill() else { return false }
    }
    buffer.removeFirst(rest)
    return true
  }

  /// Reads what there is, and waits for something; false at the end.
  private mutating func fill() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      buffer += bytes[..<count]
      return true
    }
  }

  /// The place after the empty line that ends a head.
  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    bytes.prefix(mostOfHead).firstRange(of: Array("\r\n\r\n".utf8))?.upperBound
  }

  /// The number of bytes that a head says the body has.
  private static func length(_ head: String) -> Int? {
    let lengths = head.split(whereSeparator: \.isNewline).compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      let digits = parts[1].filter { $0 != " " }
      return digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }
    return lengths.count == 1 ? lengths[0] : nil
  }
}

/// Writes messages to a language client.
struct MessageWriter {
  let descriptor: Int32

  /// Writes a message with its head; false when nobody reads any more.
  func write(_ body: Data) -> Bool {
    var rest = (Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }
}
