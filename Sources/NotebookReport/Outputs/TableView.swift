import NotebookResults

/// A table with its decimal points below one another and its row names as headings.
struct TableView: HTMLComponent {
  let table: Table
  let mark: ExhibitMark
  var isTitled = true

  var body: [HTMLNode] {
    let texts = TableText.rows(of: table, point: "\u{2008}", digit: "\u{2007}")
    let columns = table.columns.indices.map { column in
      ScrollingTable.Column(
        name: table.columns[column], isNumeric: TableText.isNumeric(column: column, of: table))
    }
    ScrollingTable(caption: table.caption, columns: columns, mark: mark, isTitled: isTitled) {
      element("tbody") { zip(table.rows, texts).map(row) }
      if let footer = table.footer, let texts = texts.last {
        element("tfoot") { row(footer, texts) }
      }
    }
  }

  private func row(_ values: [Table.Value], _ texts: [String]) -> HTMLNode {
    element("tr") {
      for (column, value) in values.enumerated() {
        if column == 0, table.hasRowHeaders {
          element("th", ["scope": "row", "class": TableText.isNumber(value) ? "number" : nil]) { texts[column] }
        } else {
          element("td", ["class": Self.styleClass(value)]) { texts[column] }
        }
      }
    }
  }

  /// Text stands left; shading comes in eight strengths, and the strongest are bold as well.
  private static func styleClass(_ value: Table.Value) -> String? {
    switch value {
    case .text: "text"
    case .quantity, .empty: nil
    case .shaded(_, let weight): weight > 0 ? "shade-\(Int((min(weight, 1) * 8).rounded(.up)))" : nil
    }
  }
}
