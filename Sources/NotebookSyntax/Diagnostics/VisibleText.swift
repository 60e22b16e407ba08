/// Text from outside in which nothing is an order to a terminal.
///
/// What is no character to be seen is written as JSON writes it, so that a line of JSON stays one: control characters but the tab, line
/// and paragraph separators, and marks that turn the direction of reading.
package enum VisibleText {
  package static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isOrder) else { return text }
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case _ where isOrder(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Whether a character does something other than to be seen; all of these have at most four hexadecimal digits.
  private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
