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
    self = Table(unchecked: caption, columns, rows, footer, hasRowHeaders).fitting
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      unchecked: try container.decode(String.self, forKey: .caption),
      try container.decode([String].self, forKey: .columns), try container.decode([[Value]].self, forKey: .rows),
      try container.decodeIfPresent([Value].self, forKey: .footer),
      try container.decode(Bool.self, forKey: .hasRowHeaders))
    try checkShape()
  }

  private init(
    unchecked caption: String, _ columns: [String], _ rows: [[Value]], _ footer: [Value]?, _ hasRowHeaders: Bool
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.footer = footer
    self.hasRowHeaders = hasRowHeaders
  }
}

extension Table: ShapeChecked {
  func checkShape() throws(ShapeProblem) {
    guard (rows + [footer].compactMap { $0 }).allSatisfy({ $0.count == columns.count }) else {
      throw ShapeProblem("a row has a value a column")
    }
  }
}
