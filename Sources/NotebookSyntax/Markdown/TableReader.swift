/// Makes tables of the paragraphs that GitHub's Markdown takes for tables: those whose second line is a delimiter row, such as `| --- | ---: |`.
///
/// libcmark knows no tables, but has parsed what stands in the cells; which bars divide two of them, the lines of the file say.
struct TableReader {
  let lines: SourceLines
  /// The lines of each table, which libcmark does not know.
  private(set) var places: [CommonMarkNode: ClosedRange<Int>] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(lines: SourceLines) {
    self.lines = lines
  }

  /// Replaces every paragraph of a block that is a table.
  mutating func readTables(in block: CommonMarkNode) {
    let paragraphs = block.descendants.filter { $0.kind == .paragraph }
    for paragraph in paragraphs { readTable(paragraph) }
  }

  private mutating func readTable(_ paragraph: CommonMarkNode) {
    let start = paragraph.start.line
    let rows = paragraph.children.split(omittingEmptySubsequences: false) {
      $0.kind == .softBreak || $0.kind == .lineBreak
    }
    guard let index = rows.firstIndex(where: { ColumnAlignment.row($0) != nil }), index > 0,
      let alignments = ColumnAlignment.row(rows[index])
    else { return }
    guard index == 1 else {
      return warn(
        at: start + index, "a table begins with its head, and this one follows a text",
        suggestion: "add an empty line above its head")
    }
    let head = TableCell.cells(of: rows[0], source: lines[start])
    guard head.count == alignments.count else {
      return warn(
        at: start + 1,
        "the head of a table has as many cells as the line below it, and not \(head.count) for \(alignments.count)")
    }
    guard let table = CommonMarkNode.block(from: "<table>\n<thead>", to: "</tbody>\n</table>") else { return }
    paragraph.insertBefore(table)
    places[table] = paragraph.lines
    append(head, name: "th", alignments, to: table)
    append("</thead>\n<tbody>\n", to: table)
    for (index, row) in rows.enumerated().dropFirst(2) {
      let cells = TableCell.cells(of: row, source: lines[start + index])
      if cells.count > head.count {
        warn(
          at: start + index,
          "a row of a table has at most as many cells as its head, and not \(cells.count) for \(head.count)",
          suggestion: "write \\| for a bar that divides no cells")
      }
      append(cells, name: "td", alignments, to: table)
    }
    paragraph.remove()
  }

  private func append(_ cells: [TableCell], name: String, _ alignments: [ColumnAlignment], to table: CommonMarkNode) {
    append("<tr>", to: table)
    for (index, alignment) in alignments.enumerated() {
      append(alignment == .left ? "<\(name)>" : "<\(name) class=\"\(alignment.rawValue)\">", to: table)
      if index < cells.count { cells[index].move(to: table) }
      append("</\(name)>", to: table)
    }
    append("</tr>\n", to: table)
  }

  private func append(_ markup: String, to table: CommonMarkNode) {
    CommonMarkNode.markup(markup).map(table.append)
  }

  private mutating func warn(at line: Int, _ message: String, suggestion: Suggestion? = nil) {
    diagnostics.append(
      Diagnostic(.table, at: SourcePosition(line: max(1, line)), message, suggestion: suggestion, severity: .warning))
  }
}

/// Where the cells of a column stand.
private enum ColumnAlignment: String {
  case left
  case center
  case right

  /// What a delimiter row says of its columns; nil for any other line.
  static func row(_ row: ArraySlice<CommonMarkNode>) -> [ColumnAlignment]? {
    guard row.count == 1, let node = row.first, node.kind == .text, case let text = Typography.typed(node.literal),
      text.utf8.contains(UInt8(ascii: "|")), text.utf8.allSatisfy({ "|:- \t".utf8.contains($0) })
    else { return nil }
    var cells = text.split(separator: "|", omittingEmptySubsequences: false)[...]
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells = cells.dropFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells = cells.dropLast() }
    let alignments = cells.map { ColumnAlignment($0.trimmedEnd.trimmedStart) }
    let known = alignments.compactMap { $0 }
    return known.isEmpty || known.count < alignments.count ? nil : known
  }

  private init?(_ mark: Substring) {
    let dashes = mark.drop { $0 == ":" }.prefix { $0 == "-" }
    let (before, after) = (mark.prefix { $0 == ":" }.count, mark.count - dashes.count - mark.prefix { $0 == ":" }.count)
    guard !dashes.isEmpty, before <= 1, after == 0 || after == 1 && mark.last == ":" else { return nil }
    self = after == 0 ? .left : before == 0 ? .right : .center
  }
}
