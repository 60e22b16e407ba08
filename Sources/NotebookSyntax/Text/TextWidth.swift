/// How many columns text takes where characters stand in a grid, such as a terminal: by UAX #11, with ambiguous characters narrow.
///
/// The sum over code points, as `wcwidth` has it: two for wide and full-width ones, none for combining and invisible ones.
package enum TextWidth {
  package static func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  package static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if contains(CharacterRanges.empty, scalar.value) { return 0 }
    return contains(CharacterRanges.wide, scalar.value) ? 2 : 1
  }

  /// The text with blanks behind it, or before it, up to a width.
  package static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - columns(text)))
    return right ? blanks + text : text + blanks
  }

  /// As many characters from the beginning as fit.
  package static func prefix<Text: StringProtocol>(_ text: Text, columns room: Int) -> Text.SubSequence {
    var (index, taken) = (text.startIndex, 0)
    while index < text.endIndex {
      taken += columns(String(text[index]))
      if taken > room { break }
      index = text.index(after: index)
    }
    return text[..<index]
  }

  /// A line in pieces that fit, each at least a character long, broken behind blanks where there are some.
  package static func pieces(_ line: String, columns room: Int) -> [String] {
    var (pieces, rest) = ([String](), line[...])
    while case let piece = prefix(rest, columns: room), piece.endIndex < rest.endIndex {
      let end = piece.lastIndex(of: " ").map { rest.index(after: $0) } ?? piece.endIndex
      let cut = end > rest.startIndex ? end : rest.index(after: rest.startIndex)
      pieces.append(String(rest[..<cut]))
      rest = rest[cut...]
    }
    return rest.isEmpty && !pieces.isEmpty ? pieces : pieces + [String(rest)]
  }

  /// Whether a number lies in one of the ranges that a list gives by their first and last numbers.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var (low, high) = (0, ranges.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= value
  }
}
