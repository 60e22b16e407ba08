/// A place in a notebook file, as editors count: lines and columns from 1, columns in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable, Codable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// The place so many characters further on the line.
  package func advanced(by columns: Int) -> SourcePosition { SourcePosition(line: line, column: column + columns) }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
