/// A character that looks like a space or line end in an editor but is none to YAML, or the other way round.
struct StrayCharacter {
  /// From 1, in the text looked at.
  let line: Int
  let column: Int
  let message: String

  /// The first of a text, if any.
  static func first(in text: String) -> StrayCharacter? {
    let lines = SourceLines(text)
    for line in 1...max(1, lines.count) {
      if let found = first(in: lines[line].unicodeScalars) {
        return StrayCharacter(line: line, column: found.column, message: found.message)
      }
    }
    return nil
  }

  /// The first of a line: a separator that YAML takes for a line end, or a no-break space where YAML wants a space.
  private static func first(in line: String.UnicodeScalarView) -> (column: Int, message: String)? {
    guard line.contains(where: { isSeparator($0) || isNoBreakSpace($0) }) else { return nil }
    var word = String.UnicodeScalarView()
    for (index, scalar) in line.enumerated() {
      if isSeparator(scalar) { return (index + 1, "YAML ends lines at U+\(hexadecimal(scalar)), which editors do not") }
      if isNoBreakSpace(scalar), word.isEmpty || isKey(word) || index + 1 == line.count {
        return (index + 1, "a no-break space is not a space in YAML")
      }
      switch scalar {
      case "{", "[", ",": word = String.UnicodeScalarView()
      case " " where word.isEmpty, "-" where word.isEmpty: break
      default: word.append(scalar)
      }
    }
    return nil
  }

  private static func isKey(_ word: String.UnicodeScalarView) -> Bool {
    word.last == ":" && word.dropLast().allSatisfy { $0.isASCII && $0.properties.isAlphabetic || $0 == "_" }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    ["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  private static func isNoBreakSpace(_ scalar: Unicode.Scalar) -> Bool {
    ["\u{A0}", "\u{2007}", "\u{202F}"].contains(scalar)
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
