import NotebookSyntax

/// A place where a notebook names a cell.
struct NameUse {
  let label: String
  /// Where the label stands.
  let range: SourceRange
  /// What of the cell is named; nil where it is the cell.
  var reference: FieldReference?
  /// Whether the cell gets its name here.
  var isDefinition = false

  /// Where all that is named stands, the label first.
  var whole: SourceRange {
    guard let reference else { return range }
    return SourceRange(range.start, to: range.start.advanced(by: reference.text.unicodeScalars.count))
  }
}

/// A word of a stretch of text that can be a name, with what stands before it.
struct NameToken {
  let text: String
  let start: SourcePosition
  /// The characters before it on its line, without blanks.
  let before: String

  /// The words of a stretch of a line that can be names, such as `test.accuracy`; columns are from 0.
  static func all(of line: [Unicode.Scalar], _ columns: Range<Int>, number: Int) -> [NameToken] {
    let columns = columns.clamped(to: 0..<line.count)
    var tokens: [NameToken] = []
    var place = columns.lowerBound
    while let start = line[place..<columns.upperBound].firstIndex(where: \.isPartOfName) {
      let end = line[start..<columns.upperBound].firstIndex { !$0.isPartOfName } ?? columns.upperBound
      let before = line[..<start].suffix(20).filter { !$0.isBlank }
      tokens.append(
        NameToken(
          text: String(line[start..<end]), start: SourcePosition(line: number, column: start + 1),
          before: String(before[...])))
      place = end
    }
    return tokens
  }

  /// Whether it is a parameter that stands for a name.
  private var isParameter: Bool { before.last == "$" }

  /// The use of a cell that it is as a whole.
  var cell: NameUse? {
    guard !isParameter, FieldReference.isName(text) else { return nil }
    return NameUse(label: text.composed, range: SourceRange(start, to: start.advanced(by: text.unicodeScalars.count)))
  }

  /// The use of a cell of which it names something.
  var member: NameUse? {
    // A full stop after a name ends a sentence.
    let name = text.last == "." ? String(text.dropLast()) : text
    guard !isParameter, let reference = FieldReference(name, at: start) else { return nil }
    // As it is written, which may be longer than the label.
    let written = name.prefix { $0 != "." }
    return NameUse(
      label: reference.label, range: SourceRange(start, to: start.advanced(by: written.unicodeScalars.count)),
      reference: reference)
  }

  /// The use of a cell as the target of a link, such as `fit` or `fit.output-2`.
  var target: NameUse? {
    let label = String(text.prefix { $0 != "." })
    guard FieldReference.isName(label) else { return nil }
    return NameUse(
      label: label.composed, range: SourceRange(start, to: start.advanced(by: label.unicodeScalars.count)))
  }
}
