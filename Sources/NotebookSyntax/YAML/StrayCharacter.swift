/// A character that looks like a space or line end in an editor but is none to YAML, or the other way round, or that no text may hold.
struct StrayCharacter {
  /// From 1, in the line looked at.
  let column: Int
  let message: String
  let suggestion: Suggestion

  /// The first of a line: a separator that YAML takes for a line end, a no-break space where YAML wants a space, or a control character.
  static func first(in line: String) -> StrayCharacter? {
    guard line.unicodeScalars.contains(where: { isStray($0) }) else { return nil }
    let line = Array(line.unicodeScalars)
    var word = String.UnicodeScalarView()
    for (index, scalar) in line.enumerated() {
      if isSeparator(scalar) {
        return StrayCharacter(
          column: index + 1, message: "YAML ends lines at U+\(hexadecimal(scalar)), which editors do not",
          suggestion: ordinarySpace(for: scalar))
      }
      if isControl(scalar) {
        return StrayCharacter(
          column: index + 1, message: "the control character U+\(hexadecimal(scalar)) has no place in YAML",
          suggestion: Suggestion("delete it", writing: "", for: String(scalar)))
      }
      if isNoBreakSpace(scalar), word.isEmpty || isKey(word) || index + 1 == line.count {
        return StrayCharacter(
          column: index + 1, message: "a no-break space is not a space in YAML", suggestion: ordinarySpace(for: scalar))
      }
      switch scalar {
      case "{", "[", ",": word = String.UnicodeScalarView()
      case " " where word.isEmpty, "-" where word.isEmpty: break
      default: word.append(scalar)
      }
    }
    return nil
  }

  /// The line with spaces in place of all such characters.
  static func replacingAll(in line: String) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line.unicodeScalars.map { isStray($0) ? " " : $0 })
    return String(text)
  }

  private static func ordinarySpace(for scalar: Unicode.Scalar) -> Suggestion {
    Suggestion("write an ordinary space instead", writing: " ", for: String(scalar))
  }

  private static func isStray(_ scalar: Unicode.Scalar) -> Bool {
    isSeparator(scalar) || isNoBreakSpace(scalar) || isControl(scalar)
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

  /// What libyaml refuses to read.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
