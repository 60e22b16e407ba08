/// Names beside the ends of lines, each in a row of its own.
struct LineEnds {
  /// Which series is named in a row.
  let series: [Int: Int]

  /// How many rows a name may stand from the end of its line.
  private static let furthest = 3
  /// How many columns before the last one a line may end.
  private static let latest = 2

  /// Nil where some line ends before the right side, or its name finds no row.
  ///
  /// - Parameters:
  ///   - plotted: The series; those without marks have no name here.
  ///   - canvas: Where they are drawn.
  ///   - isExact: Whether each name has to stand in the very row that its line ends in.
  init?(_ plotted: [PlottedSeries], on canvas: ChartCanvas, isExact: Bool) {
    var ends: [(series: Int, depth: Double)] = []
    for (index, plotted) in plotted.enumerated() {
      guard let last = plotted.marks.last else { continue }
      guard last.column >= canvas.columns - 1 - Self.latest else { return nil }
      ends.append((index, last.depth))
    }
    guard !ends.isEmpty, ends.count <= canvas.rows else { return nil }
    ends.sort { ($0.depth, $0.series) < ($1.depth, $1.series) }
    var rows = ends.map { canvas.row(ofDepth: $0.depth) }
    for index in rows.indices.dropFirst() { rows[index] = max(rows[index], rows[index - 1] + 1) }
    var limit = canvas.rows - 1
    for index in rows.indices.reversed() {
      rows[index] = min(rows[index], limit)
      limit = rows[index] - 1
    }
    let most = isExact ? 0 : Self.furthest
    let isNear = zip(ends, rows).allSatisfy { abs(canvas.row(ofDepth: $0.depth) - $1) <= most }
    guard isNear else { return nil }
    series = Dictionary(zip(rows, ends.map(\.series))) { first, _ in first }
  }
}
