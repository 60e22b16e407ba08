package import NotebookSyntax

/// A notebook's text with marks such as 1️⃣ where something is expected; the marks are not part of the text.
///
/// A mark stands before the character whose place it names.
package struct MarkedNotebook: Sendable {
  /// The text without marks.
  package let text: String
  private let places: [Int: SourcePosition]

  package init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var places: [Int: SourcePosition] = [:]
    var position = SourcePosition(line: 1)
    var rest = Array(marked.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if rest.starts(with: Self.keycap), let digit = Int(String(scalar)) {
        precondition(places[digit] == nil, "the mark \(digit) stands once in a notebook")
        places[digit] = position
        rest = rest.dropFirst(Self.keycap.count)
        continue
      }
      text.append(scalar)
      let endsLine = scalar == "\n" || scalar == "\r" && rest.first != "\n"
      position =
        endsLine
        ? SourcePosition(line: position.line + 1) : SourcePosition(line: position.line, column: position.column + 1)
    }
    self.text = String(text)
    self.places = places
  }

  /// What follows the digit in a mark.
  private static let keycap: [Unicode.Scalar] = ["\u{FE0F}", "\u{20E3}"]

  /// The place of the mark with a digit; line 0 when there is none.
  package subscript(_ digit: Int) -> SourcePosition { places[digit] ?? SourcePosition(line: 0) }
}
