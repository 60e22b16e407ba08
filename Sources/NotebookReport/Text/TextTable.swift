import NotebookSyntax

/// Rows of text in columns that line up.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  let alignments: [Alignment]
  var rows: [[String]]

  /// One line a row, two spaces between columns, no spaces at the end.
  var lines: [String] {
    let rows = rows.map { $0.map(VisibleText.escaping) }
    let widths = alignments.indices.map { column in rows.map { TextWidth.columns($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        TextWidth.padded(row[column], to: widths[column], right: alignments[column] == .right)
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }
}
