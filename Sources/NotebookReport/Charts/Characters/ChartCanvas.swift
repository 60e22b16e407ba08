/// The plot area of a chart as characters, three heights to a row.
///
/// Where several lines pass through one place they take turns from column to column, so that lines that run together are all seen.
struct ChartCanvas {
  let rows: Int
  let columns: Int
  /// Whether some place is passed by several lines.
  private(set) var hasSharedPlaces = false
  /// The lines of which nothing is seen though they have marks.
  private(set) var hidden: [Int] = []
  /// Which series is seen at a place; nil where none is.
  private var owners: [Int?]
  private var signs: [Character]

  init(_ series: [PlottedSeries], rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    owners = Array(repeating: nil, count: rows * columns)
    signs = Array(repeating: " ", count: rows * columns)
    var passing = Array(repeating: 0, count: rows * columns)
    for plotted in series { plotted.forEachPlace { passing[index($0, depth: $1)] += 1 } }
    hasSharedPlaces = passing.contains { $0 > 1 }
    var visible = Array(repeating: 0, count: series.count)
    var passed = Array(repeating: 0, count: rows * columns)
    for (number, plotted) in series.enumerated() {
      plotted.forEachPlace { column, depth in
        let place = index(column, depth: depth)
        if passed[place] == column % passing[place] {
          put(number, at: place, depth: depth)
          visible[number] += 1
        }
        passed[place] += 1
      }
    }
    for (number, plotted) in series.enumerated() where visible[number] == 0 && !plotted.marks.isEmpty {
      plotted.forEachPlace { column, depth in
        let place = index(column, depth: depth)
        guard visible[number] == 0, let owner = owners[place], visible[owner] > 1 else { return }
        put(number, at: place, depth: depth)
        visible[owner] -= 1
        visible[number] = 1
      }
      if visible[number] == 0 { hidden.append(number) }
    }
  }

  /// Adds a row to a line.
  func write(row: Int, to line: inout InkedLine, isInked: Bool) {
    for place in row * columns..<(row + 1) * columns {
      line.append(String(signs[place]), ink: isInked ? owners[place] : nil)
    }
  }

  /// The row that a depth lies in.
  func row(ofDepth depth: Double) -> Int { level(depth) / 3 }

  private mutating func put(_ series: Int, at place: Int, depth: Double) {
    let shape = LineShape.of(series)
    owners[place] = series
    signs[place] = [shape.high, shape.middle, shape.low][level(depth) % 3]
  }

  /// Counted from the top in thirds of a row; the ends of the axis run through the middle of the first and the last row.
  private func level(_ depth: Double) -> Int { 1 + Int((depth * Double(3 * (rows - 1))).rounded()) }

  private func index(_ column: Int, depth: Double) -> Int { row(ofDepth: depth) * columns + column }
}
