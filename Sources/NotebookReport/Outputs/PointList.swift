import NotebookResults

/// Numbers of series at the same places, a line each.
struct PointList {
  let names: [String]
  private let places: [Int]
  /// For each line where it was recorded, then the numbers.
  private let cells: [[String]]

  init(_ series: ChartSeries) {
    self.init(
      names: [series.name], places: series.points.map(\.x),
      cells: series.points.map { [DecimalText.grouped($0.x), QuantityText.real($0.y)] })
  }

  private init(names: [String], places: [Int], cells: [[String]]) {
    self.names = names
    self.places = places
    self.cells = cells
  }

  /// Both beside one another; nil where they were recorded at different places.
  func joined(with other: PointList) -> PointList? {
    guard places == other.places else { return nil }
    return PointList(
      names: names + other.names, places: places, cells: zip(cells, other.cells).map { $0 + $1.dropFirst() })
  }

  /// Columns of a line.
  var width: Int { widths.reduce(-1) { $0 + $1 + 1 } }

  var lines: [String] {
    let widths = widths
    return cells.map { line in
      zip(line, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: " ")
    }
  }

  private var widths: [Int] {
    cells.reduce(Array(repeating: 0, count: names.count + 1)) { widths, line in
      zip(widths, line).map { max($0, $1.count) }
    }
  }
}
