/// Finds where a character stands twice, in places of a text that only move on, and looks at no byte of it twice.
struct TwinFinder {
  private let sign: Unicode.Scalar
  private let text: String
  private var found: Range<String.Index>?

  /// Looks for an ASCII character.
  init(_ sign: Unicode.Scalar, in text: String) {
    self.sign = sign
    self.text = text
    found = text[...].firstTwin(sign)
  }

  /// The first from a place on, if it stands within so many bytes.
  mutating func next(from start: String.Index, within bytes: Int) -> Range<String.Index>? {
    while let range = found, range.lowerBound < start { found = text[start...].firstTwin(sign) }
    guard let found, text.utf8.distance(from: start, to: found.upperBound) <= bytes else { return nil }
    return found
  }
}

extension Substring {
  /// Where an ASCII character first stands twice.
  func firstTwin(_ sign: Unicode.Scalar) -> Range<Index>? {
    let bytes = utf8
    var place = bytes.startIndex
    while let first = bytes[place...].firstIndex(of: UInt8(ascii: sign)) {
      let second = bytes.index(after: first)
      if second < bytes.endIndex, bytes[second] == UInt8(ascii: sign) { return first..<bytes.index(after: second) }
      place = second
    }
    return nil
  }
}
