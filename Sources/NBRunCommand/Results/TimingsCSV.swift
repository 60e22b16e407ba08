import NotebookResults

/// The seconds each cell of a command's runs took, as a table: a line a cell, after a line of names.
struct TimingsCSV {
  /// The line of names, by which such a file is known.
  static let columns = "notebook,label,directive,line,seconds,steps\n"

  let text: String

  init(_ records: [RunRecord]) {
    text = Self.columns + records.flatMap(\.times.rows).map(Self.line).joined()
  }

  private static func line(_ row: CellTimes.Row) -> String {
    let cell = row.cell
    return
      "\(quoted(row.notebook)),\(cell.label),\(cell.keyword),\(cell.line),\(CellTimes.text(row.seconds)),\(row.steps)\n"
  }

  /// A field that may hold commas or quotes.
  private static func quoted(_ text: String) -> String {
    text.contains { "\",\n".contains($0) }
      ? "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" : text
  }
}
