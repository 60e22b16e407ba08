/// A table with one header row; each row has a value a column.
package struct Table: Sendable, Hashable, Codable {
  package enum Value: Sendable, Hashable, Codable {
    case text(String)
    case quantity(Quantity)
    /// A number that deserves the eye, such as a confusion, shaded by a weight from 0 to 1.
    case shaded(Quantity, weight: Double)
    case empty
  }

  package let caption: String
  package let columns: [String]
  package let rows: [[Value]]
  /// A last row that sums up, such as the total of parameters.
  package let footer: [Value]?
  /// Whether the first column names its row.
  package let hasRowHeaders: Bool

  package init(
    caption: String, columns: [String], rows: [[Value]], footer: [Value]? = nil, hasRowHeaders: Bool = true
  ) {
    let allRows = rows + (footer.map { [$0] } ?? [])
    precondition(allRows.allSatisfy { $0.count == columns.count }, "a row has a value a column")
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.footer = footer
    self.hasRowHeaders = hasRowHeaders
  }
}
