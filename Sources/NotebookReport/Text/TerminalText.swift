package import NotebookResults

/// The outputs of a cell as plain text, for a terminal.
package enum TerminalText {
  /// Tables with columns that line up, charts and pictures in characters.
  ///
  /// - Parameters:
  ///   - output: What to show.
  ///   - width: Characters a line may have; a table is never cut, a chart never wider than on the page.
  /// - Returns: The lines; who writes them escapes each.
  package static func lines(for output: CellOutput, width: Int) -> [String] {
    switch output {
    case .table(let table): lines(table)
    case .chart(let chart): [chart.title, ""] + AsciiChart(chart, width: min(width, 72)).lines
    case .pictures(let strip): [strip.caption] + PictureText.lines(strip, width: width)
    case .comparison(let comparison): lines(comparison)
    case .passage(let passage): lines(passage, width: width)
    case .note(let text): [text]
    }
  }

  private static func lines(_ passage: Passage, width: Int) -> [String] {
    let lines = (passage.start + passage.text).split(omittingEmptySubsequences: false) { $0.isNewline }
    return [passage.caption, ""] + lines.flatMap { wrapped(String($0), width: max(8, width - 2)).map { "  " + $0 } }
  }

  /// A line in pieces of so many characters, broken at blanks where there are some.
  private static func wrapped(_ line: String, width: Int) -> [String] {
    var (lines, rest) = ([String](), line[...])
    while rest.count > width {
      let piece = rest.prefix(width)
      let end = piece.lastIndex(of: " ").map { rest.index(after: $0) } ?? piece.endIndex
      lines.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return lines + [String(rest)]
  }

  private static func lines(_ table: Table) -> [String] {
    let alignments = table.columns.indices.map { column in
      TableText.isNumeric(column: column, of: table) ? TextTable.Alignment.right : .left
    }
    let body = (table.rows + (table.footer.map { [$0] } ?? [])).map { $0.map(TableText.text) }
    var lines = TextTable(alignments: alignments, rows: [table.columns] + body).lines
    if table.footer != nil, let last = lines.popLast() {
      lines += [String(repeating: "-", count: (lines + [last]).map(\.count).max() ?? 0), last]
    }
    return [table.caption] + underlined(lines)
  }

  private static func lines(_ comparison: Comparison) -> [String] {
    let rows = comparison.rows.map { row in
      [
        row.subject, row.reported.map(QuantityText.text) ?? "", ComparisonText.text(measured: row.measured),
        row.accepted.map { ComparisonText.text($0, like: row.measured) } ?? "", ComparisonText.text(row.verdict),
      ]
    }
    let table = TextTable(
      alignments: [.left, .right, .right, .left, .left], rows: [ComparisonText.columns] + rows)
    return [comparison.caption] + underlined(table.lines)
  }

  private static func underlined(_ lines: [String]) -> [String] {
    let rule = String(repeating: "-", count: lines.map(\.count).max() ?? 0)
    return Array(lines.prefix(1)) + [rule] + lines.dropFirst()
  }
}
