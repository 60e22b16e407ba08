package import NotebookSyntax

/// A stretch of a notebook's text, which may be empty.
package struct SourceRange: Sendable, Hashable {
  package let start: SourcePosition
  /// The place after its last character.
  package let end: SourcePosition

  package init(_ start: SourcePosition, to end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// Columns of a line, from 1.
  init(line: Int, columns: Range<Int>) {
    self.init(
      SourcePosition(line: line, column: columns.lowerBound), to: SourcePosition(line: line, column: columns.upperBound)
    )
  }

  /// Whether a cursor in this place touches it.
  package func touches(_ position: SourcePosition) -> Bool { start <= position && position <= end }
}
