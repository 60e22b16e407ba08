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

  /// The texts of all rows, the footer last, with the decimal points of a column below one another.
  ///
  /// - Parameters:
  ///   - table: What is to be written.
  ///   - point: What is as wide as a decimal point.
  ///   - digit: What is as wide as a digit.
  /// - Returns: A text for each place.
  static func rows(of table: Table, point: Character, digit: Character) -> [[String]] {
    var texts = (table.rows + (table.footer.map { [$0] } ?? [])).map { $0.map(text) }
    for column in table.columns.indices where isNumeric(column: column, of: table) {
      let aligned = DecimalColumn.aligned(texts.map { $0[column] }, point: point, digit: digit)
      for row in texts.indices { texts[row][column] = aligned[row] }
    }
    return texts
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
