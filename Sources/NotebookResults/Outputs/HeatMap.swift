/// A number for each place of a grid, shown by shades.
package struct HeatMap: Sendable, Hashable, Codable {
  package enum Cell: Sendable, Hashable, Codable {
    case quantity(Quantity)
    /// Nothing came of it.
    case failed
    /// It has not ended yet.
    case missing

    /// What it comes to, if that is a finite number.
    package var number: Double? {
      if case .quantity(let quantity) = self, quantity.number.isFinite { quantity.number } else { nil }
    }

    /// Whether it has ended without a finite number.
    package var cameToNothing: Bool { self != .missing && number == nil }
  }

  package struct Place: Sendable, Hashable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let title: String
  /// What goes down and what goes across, such as `units` and `rate`.
  package let rowLabel: String
  package let columnLabel: String
  package let rows: [String]
  package let columns: [String]
  /// Row by row.
  package let cells: [[Cell]]
  /// Which of two numbers is better; nil where neither is.
  package let isLargerBetter: Bool?
  /// The numbers that the faintest and the darkest shade stand for; nil follows from the numbers.
  package let range: ClosedRange<Double>?
  package let scale: ChartStyle.Scale

  package init(
    title: String, rowLabel: String, columnLabel: String, rows: [String], columns: [String], cells: [[Cell]],
    isLargerBetter: Bool?, range: ClosedRange<Double>? = nil, scale: ChartStyle.Scale = .linear
  ) {
    self =
      HeatMap(
        unchecked: title, rowLabel, columnLabel, rows, columns, cells, isLargerBetter, range, scale
      ).fitting
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      unchecked: try container.decode(String.self, forKey: .title),
      try container.decode(String.self, forKey: .rowLabel), try container.decode(String.self, forKey: .columnLabel),
      try container.decode([String].self, forKey: .rows), try container.decode([String].self, forKey: .columns),
      try container.decode([[Cell]].self, forKey: .cells),
      try container.decodeIfPresent(Bool.self, forKey: .isLargerBetter),
      try container.decodeIfPresent(ClosedRange<Double>.self, forKey: .range),
      try container.decode(ChartStyle.Scale.self, forKey: .scale))
    try checkShape()
  }

  private init(
    unchecked title: String, _ rowLabel: String, _ columnLabel: String, _ rows: [String], _ columns: [String],
    _ cells: [[Cell]], _ isLargerBetter: Bool?, _ range: ClosedRange<Double>?, _ scale: ChartStyle.Scale
  ) {
    self.title = title
    self.rowLabel = rowLabel
    self.columnLabel = columnLabel
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.isLargerBetter = isLargerBetter
    self.range = range
    self.scale = scale
  }

  /// All places, row by row.
  package var places: [Place] {
    rows.indices.flatMap { row in columns.indices.map { Place(row: row, column: $0) } }
  }

  package subscript(place: Place) -> Cell { cells[place.row][place.column] }

  /// Where the best number is, of equals the first; nil where none is better than another.
  package var best: Place? {
    let places = places
    return places.map { self[$0].number }.indexOfBest(isLargerBetter: isLargerBetter).map { places[$0] }
  }
}

extension HeatMap: ShapeChecked {
  func checkShape() throws(ShapeProblem) {
    guard cells.count == rows.count, cells.allSatisfy({ $0.count == columns.count }), !rows.isEmpty, !columns.isEmpty
    else { throw ShapeProblem("a heat map has a cell for each row and column, and one at least") }
  }
}
