/// Whether lines cross so often that they cannot be followed where they are drawn over one another.
enum LineTangle {
  /// How many lines may have plots of their own without being asked for.
  private static let counts = 3...12
  /// Which part of all columns two lines cross in, on the mean over all pairs, where they are tangled.
  private static let share = 1.0 / 6

  /// Counts from column to column which of two lines is at least a row above the other, and how often that turns round.
  static func isTangled(_ series: [PlottedSeries], on canvas: ChartCanvas) -> Bool {
    guard counts.contains(series.count) else { return false }
    let rows = series.map { plotted in
      var rows: [Int?] = Array(repeating: nil, count: canvas.columns)
      plotted.forEachPlace { rows[$0] = canvas.row(ofDepth: $1) }
      return rows
    }
    var (turns, columns) = (0, 0)
    for (index, first) in rows.enumerated() {
      for second in rows[..<index] {
        var last = 0
        for case (let first?, let second?) in zip(first, second) {
          let order = (first - second).signum()
          if order * last < 0 { turns += 1 }
          if order != 0 { last = order }
          columns += 1
        }
      }
    }
    return Double(turns) > share * Double(columns)
  }
}
