import NotebookSyntax

/// What is written where the cursor is, as far as it is one value or name.
struct Word: Hashable {
  /// From its first character to its last.
  let text: String
  /// What of it stands before the cursor.
  let prefix: String
  let range: SourceRange

  /// A stretch of columns from 0, with the cursor in it or at one of its ends.
  init(_ line: [Unicode.Scalar], _ columns: Range<Int>, cursor: Int, number: Int) {
    text = String(line[columns])
    prefix = String(line[columns.lowerBound..<max(columns.lowerBound, min(cursor, columns.upperBound))])
    range = SourceRange(line: number, columns: columns.lowerBound + 1..<columns.upperBound + 1)
  }

  /// The stretch of characters of a kind around a column.
  init(around cursor: Int, in line: [Unicode.Scalar], number: Int, of isPart: (Unicode.Scalar) -> Bool) {
    let cursor = min(max(cursor, 0), line.count)
    let start = line[..<cursor].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    let end = line[cursor...].firstIndex { !isPart($0) } ?? line.count
    self.init(line, start..<end, cursor: cursor, number: number)
  }
}

extension String {
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Unicode.Scalar {
  /// Whether it can be part of `label`, `label.field` or `label.series.mean@20..320`.
  var isPartOfName: Bool {
    self == "." || self == "@" || FieldReference.isPartOfName(self)
  }

  var isBlank: Bool { self == " " || self == "\t" }
}
