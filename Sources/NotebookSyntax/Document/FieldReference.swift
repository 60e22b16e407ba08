/// A measured number by name: `label.field`.
package struct FieldReference: Sendable, Hashable {
  package let label: String
  package let field: String
  package let position: SourcePosition

  package init(label: String, field: String, position: SourcePosition) {
    self.label = label
    self.field = field
    self.position = position
  }

  /// Reads `label.field`; nil when it is not of that form.
  package init?(_ text: some StringProtocol, at position: SourcePosition) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isName(parts[0]), Self.isName(parts[1]) else { return nil }
    self.init(label: String(parts[0]), field: String(parts[1]), position: position)
  }

  package var text: String { "\(label).\(field)" }

  /// Whether this can name something: a letter, then letters, digits, `-` and `_`, ending in a letter or digit.
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.count <= 64 else {
      return false
    }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    return isLetter(first) && (isLetter(last) || isDigit(last))
      && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || $0 == "-" || $0 == "_" }
  }
}
