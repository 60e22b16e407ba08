private import Foundation

/// Reads the JSON that a header can be, and no other: objects of texts, lists of whole numbers, and objects of these.
///
/// Foundation's decoder keeps one of two equal keys without a word, takes `1.5e1` for a size and guesses encodings, so it reads single
/// texts alone.
struct HeaderJSON {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads an object, whose values `body` reads; no key stands in it twice.
  mutating func object(
    _ body: (_ json: inout HeaderJSON, _ key: String) throws(SafetensorsProblem) -> Void
  ) throws(SafetensorsProblem) {
    var keys: Set<String> = []
    try expect("{")
    if take("}") { return }
    repeat {
      let key = try text()
      // Equal are keys that are the same text, however they are escaped or composed.
      guard keys.insert(key).inserted else { throw .repeatedName(key) }
      try expect(":")
      try body(&self, key)
    } while take(",")
    try expect("}")
  }

  /// An object of texts.
  mutating func texts() throws(SafetensorsProblem) -> [String: String] {
    var texts: [String: String] = [:]
    try object { json, key throws(SafetensorsProblem) in texts[key] = try json.text() }
    return texts
  }

  /// A list of whole numbers from 0.
  mutating func sizes() throws(SafetensorsProblem) -> [Int] {
    var sizes: [Int] = []
    try expect("[")
    if take("]") { return [] }
    repeat { sizes.append(try size()) } while take(",")
    try expect("]")
    return sizes
  }

  /// A text in quotes.
  mutating func text() throws(SafetensorsProblem) -> String {
    skipBlanks()
    let start = index
    try expect("\"")
    var isEscaped = false
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw .headerIsNoJSON(byte: index - bytes.startIndex) }
      if bytes[index] == UInt8(ascii: "\\") {
        isEscaped = true
        index += 1
      }
      index += 1
    }
    guard index < bytes.endIndex else { throw .headerIsNoJSON(byte: bytes.count) }
    let contents = bytes[start + 1..<index]
    index += 1
    guard isEscaped else { return String(decoding: contents, as: UTF8.self) }
    guard let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<index])) else {
      throw .headerIsNoJSON(byte: start - bytes.startIndex)
    }
    return text
  }

  /// Reads nothing but blanks, to the end.
  mutating func end() throws(SafetensorsProblem) {
    skipBlanks()
    guard index == bytes.endIndex else { throw .headerIsNoJSON(byte: index - bytes.startIndex) }
  }

  private mutating func size() throws(SafetensorsProblem) -> Int {
    skipBlanks()
    let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isWritten = digits.first != UInt8(ascii: "0") || digits.count == 1
    guard isWritten, let size = Int(String(decoding: digits, as: UTF8.self)) else {
      throw .headerIsNoJSON(byte: index - bytes.startIndex)
    }
    index = digits.endIndex
    return size
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(SafetensorsProblem) {
    guard take(sign) else { throw .headerIsNoJSON(byte: index - bytes.startIndex) }
  }
}
