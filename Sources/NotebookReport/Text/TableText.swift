import NotebookResults

/// How the values of a table are written and aligned, the same on the page and on the terminal.
enum TableText {
  static func text(_ value: Table.Value) -> String {
    switch value {
    case .text(let text): text
    case .quantity(let quantity), .shaded(let quantity, _): QuantityText.text(quantity)
    case .empty: ""
    }
  }

  static func isNumber(_ value: Table.Value) -> Bool {
    switch value {
    case .quantity, .shaded: true
    case .text, .empty: false
    }
  }

  /// Whether a column holds numbers, so that its heading stands to the right as they do.
  static func isNumeric(column: Int, of table: Table) -> Bool {
    table.rows.contains { isNumber($0[column]) }
  }
}
