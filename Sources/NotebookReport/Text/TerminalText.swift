package import NotebookResults
import NotebookSyntax

/// The outputs of a cell as plain text, for a terminal.
package enum TerminalText {
  /// Tables with columns that line up, charts and pictures in characters.
  ///
  /// - Parameters:
  ///   - output: What to show.
  ///   - width: Columns a line may have; a table is never cut, a chart never wider than on the page.
  /// - Returns: The lines; who writes them escapes each.
  package static func lines(for output: CellOutput, width: Int) -> [String] {
    switch output {
    case .table(let table): lines(table)
    case .chart(let chart): [chart.title, ""] + AsciiChart(chart, width: min(width, PlotSize.page)).lines
    case .bars(let chart): [chart.title, ""] + BarPlot(chart, width: min(width, PlotSize.page)).lines.map(\.text)
    case .heatMap(let map): lines(map, width: min(width, PlotSize.page))
    case .pictures(let strip): [strip.caption] + PictureText.lines(strip, width: width)
    case .comparison(let comparison): lines(comparison)
    case .passage(let passage): lines(passage, width: width)
    case .note(let text): [text]
    }
  }

  /// A heat map, and its numbers below where its tiles have no room for them.
  private static func lines(_ map: HeatMap, width: Int) -> [String] {
    let (plot, words) = (HeatMapPlot(map, width: width), DrawingPhrases.english.heatMap)
    let numbers = plot.hasNumbers ? [] : [""] + lines(HeatMapTable.table(of: map, in: words))
    return [map.title, ""] + plot.lines.map(\.text) + numbers
  }

  /// What a cell has measured and drawn, as tables of few rows that stand for all.
  package static func measuredLines(of result: CellResult) -> [String] {
    PointTable.tables(of: result).flatMap { table in
      let rows = table.rows.thinned(to: mostRows)
      let some = rows.count < table.rows.count ? " (\(rows.count) of \(table.rows.count))" : ""
      return lines(
        Table(caption: table.caption + some, columns: table.columns, rows: rows, hasRowHeaders: table.hasRowHeaders))
    }
  }

  /// What a terminal shows of a long training; the page has every number.
  private static let mostRows = 21

  private static func lines(_ passage: Passage, width: Int) -> [String] {
    let lines = (passage.start + passage.text).split(omittingEmptySubsequences: false) { $0.isNewline }
    return [passage.caption, ""]
      + lines.flatMap { TextWidth.pieces(String($0), columns: max(8, width - 2)).map { "  " + $0 } }
  }

  private static func lines(_ table: Table) -> [String] {
    let alignments = table.columns.indices.map { column in
      TableText.isNumeric(column: column, of: table) ? TextTable.Alignment.right : .left
    }
    let body = TableText.rows(of: table, point: " ", digit: " ")
    var lines = TextTable(alignments: alignments, rows: [table.columns] + body).lines
    if table.footer != nil, let last = lines.popLast() {
      lines += [String(repeating: "-", count: widest(lines + [last])), last]
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
    Array(lines.prefix(1)) + [String(repeating: "-", count: widest(lines))] + lines.dropFirst()
  }

  private static func widest(_ lines: [String]) -> Int { lines.map { TextWidth.columns($0) }.max() ?? 0 }
}
