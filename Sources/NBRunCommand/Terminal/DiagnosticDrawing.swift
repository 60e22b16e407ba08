import NotebookSyntax

/// Draws what is wrong in a notebook beside the notebook's own lines.
struct DiagnosticDrawing {
  let file: String
  let source: SourceLines
  /// Columns of the terminal; nil where lines may have any length.
  let width: Int?
  /// Lines that are long to go through, as their characters.
  private var longLines: [Int: [Unicode.Scalar]] = [:]

  private static let usualWidth = 120
  private static let usualLength = 1000

  init(file: String, source: SourceLines, width: Int?) {
    self.file = file
    self.source = source
    self.width = width
  }

  /// The lines of one diagnostic: what is wrong, where, what may stand there, what to write, and what else has to do with it.
  mutating func lines(_ diagnostic: Diagnostic) -> [DrawnLine] {
    let look: DrawnLine.Look = diagnostic.severity == .error ? .error : .warning
    let margin = String(diagnostic.related.map(\.position.line).reduce(diagnostic.position.line, max)).count + 1
    let head = DrawnLine(
      ("\(place(diagnostic.position)): ", .strong), ("\(diagnostic.severity.rawValue): ", look),
      (diagnostic.message, .strong), (" [\(diagnostic.identifier.rawValue)]", .faint))
    var lines = head.wrapped(to: width, indent: 4)
    lines += excerpt(at: diagnostic.position, to: diagnostic.end, margin: margin, look: look)
    let expected = diagnostic.identifier == .outOfRange ? nil : diagnostic.expected
    let taken = expected.flatMap { diagnostic.message.contains($0) ? nil : "it takes \($0)" }
    let hints = [diagnostic.suggestion?.phrase, taken].compactMap { $0 }
    for hint in hints {
      let line = DrawnLine((String(repeating: " ", count: margin) + "= ", .faint), (hint, .plain))
      lines += line.wrapped(to: width, indent: margin + 2)
    }
    for related in diagnostic.related {
      let line = DrawnLine(
        ("\(place(related.position)): ", .strong), ("note: ", .faint), (related.message, .plain),
        (" [\(diagnostic.identifier.rawValue)]", .faint))
      lines += line.wrapped(to: width, indent: 4)
      lines += excerpt(at: related.position, to: nil, margin: margin, look: .faint)
    }
    return lines
  }

  private func place(_ position: SourcePosition) -> String { "\(file):\(position.line):\(position.column)" }

  private mutating func excerpt(
    at position: SourcePosition, to end: SourcePosition?, margin: Int, look: DrawnLine.Look
  ) -> [DrawnLine] {
    let line = line(position.line)
    let last = end.map { $0.line == position.line ? $0.column : line.count + 1 }
    let room = (width ?? Self.usualWidth) - margin - 3
    let excerpt = SourceExcerpt(line, from: position.column, to: last, width: room)
    let number = String(position.line)
    let blank = String(repeating: " ", count: max(0, margin - number.count - 1))
    return [
      DrawnLine(("\(blank)\(number) | ", .faint), (excerpt.text, .plain)),
      DrawnLine((String(repeating: " ", count: margin) + "| ", .faint), (excerpt.mark, look)),
    ]
  }

  /// The characters of a line, which many diagnostics may be about.
  private mutating func line(_ number: Int) -> [Unicode.Scalar] {
    if let line = longLines[number] { return line }
    let line = Array(source[number].unicodeScalars)
    if line.count > Self.usualLength { longLines[number] = line }
    return line
  }
}
