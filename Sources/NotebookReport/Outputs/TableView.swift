import NotebookResults

/// A table with its numbers to the right and its row names as headings.
struct TableView: HTMLComponent {
  let table: Table

  var body: [HTMLNode] {
    let columns = table.columns.indices.map { column in
      ScrollingTable.Column(
        name: table.columns[column], isNumeric: TableText.isNumeric(column: column, of: table))
    }
    ScrollingTable(caption: table.caption, columns: columns) {
      element("tbody") { table.rows.map(row) }
      if let footer = table.footer {
        element("tfoot") { row(footer) }
      }
    }
  }

  private func row(_ values: [Table.Value]) -> HTMLNode {
    element("tr") {
      for (column, value) in values.enumerated() {
        if column == 0, table.hasRowHeaders {
          element("th", ["scope": "row", "class": Self.styleClass(value)]) { TableText.text(value) }
        } else {
          element("td", ["class": Self.styleClass(value)]) { TableText.text(value) }
        }
      }
    }
  }

  /// Numbers stand right; shading comes in eight strengths, and the strongest are bold as well.
  private static func styleClass(_ value: Table.Value) -> String? {
    switch value {
    case .text, .empty: nil
    case .quantity: "number"
    case .shaded(_, let weight): weight > 0 ? "number shade-\(Int((min(weight, 1) * 8).rounded(.up)))" : "number"
    }
  }
}
