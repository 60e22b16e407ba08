/// The plot area of a chart as characters.
struct ChartCanvas {
  /// Stands where marks of several series fall together.
  static let meeting: Character = "#"
  /// Leads from mark to mark.
  static let joint: Character = "."

  private(set) var hasMeetings = false
  private var cells: [[Character]]

  init(_ series: [PlottedSeries], rows: Int, columns: Int) {
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    for plotted in series {
      for (left, right) in zip(plotted.marks, plotted.marks.dropFirst()) where right.isJoined { join(left, right) }
    }
    for (index, plotted) in series.enumerated() {
      let mark = Self.mark(index)
      for place in plotted.marks { put(mark, at: place) }
    }
  }

  /// The mark of a series by its place in the chart.
  static func mark(_ index: Int) -> Character {
    let marks = Array("*ox+%@abcdefghijklmnpqrstuvwyz")
    return marks[index % marks.count]
  }

  func text(row: Int) -> String { String(cells[row]) }

  private mutating func put(_ mark: Character, at place: PlottedSeries.Mark) {
    let taken = cells[place.row][place.column]
    let isFree = taken == " " || taken == Self.joint || taken == mark
    hasMeetings = hasMeetings || !isFree
    cells[place.row][place.column] = isFree ? mark : Self.meeting
  }

  private mutating func join(_ left: PlottedSeries.Mark, _ right: PlottedSeries.Mark) {
    for column in left.column + 1..<max(left.column + 1, right.column) {
      let share = Double(column - left.column) / Double(right.column - left.column)
      let row = Int((Double(left.row) + share * Double(right.row - left.row)).rounded())
      cells[row][column] = Self.joint
    }
  }
}
