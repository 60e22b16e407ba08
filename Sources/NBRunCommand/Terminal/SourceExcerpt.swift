import NotebookSyntax

/// A line of a notebook with a stretch of it underlined, as it fits a terminal.
///
/// Control characters and those that turn the direction of writing are shown as U+FFFD, tabs as blanks.
struct SourceExcerpt {
  /// The line, cut on both sides where it is too long.
  let text: String
  /// What stands below it.
  let mark: String

  /// Takes a stretch out of a line.
  ///
  /// - Parameters:
  ///   - line: The line, of which no more is looked at than is shown.
  ///   - start: The column from 1 where the stretch begins.
  ///   - end: The column after it; nil for a single place.
  ///   - width: The columns of a terminal that there are for it.
  init(_ line: [Unicode.Scalar], from start: Int, to end: Int?, width: Int) {
    let first = min(max(0, start - 1), line.count)
    let last = min(max(first + 1, (end ?? start + 1) - 1), max(first + 1, line.count))
    let room = max(10, width - 2)
    // Marks that take no room of their own could go on without end.
    let most = Self.mostCharacters * room
    var low = first
    var high = first
    var used = 0
    // The stretch first, then what stands before it, then what follows.
    func fits(_ column: Int) -> Bool { high - low < most && used + Cell(line[column]).width <= room }
    while high < line.count, high < last, fits(high) {
      used += Cell(line[high]).width
      high += 1
    }
    while low > 0, fits(low - 1) {
      low -= 1
      used += Cell(line[low]).width
    }
    while high < line.count, fits(high) {
      used += Cell(line[high]).width
      high += 1
    }
    let (isCutBefore, isCutAfter) = (low > 0, high < line.count)
    let cells = line[low..<high].map(Cell.init)
    text = (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
    let before = cells.prefix(first - low).reduce(isCutBefore ? 1 : 0) { $0 + $1.width }
    let under = cells.dropFirst(first - low).prefix(last - first).reduce(0) { $0 + $1.width }
    mark = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
  }

  /// Characters that may stand in the room of one.
  private static let mostCharacters = 8

  /// A character as a terminal shows it, with the columns that it takes.
  private struct Cell {
    let text: String
    let width: Int

    init(_ scalar: Unicode.Scalar) {
      if (" "..."~").contains(scalar) {
        (text, width) = (String(scalar), 1)
        return
      }
      switch scalar.properties.generalCategory {
      case .control: (text, width) = (scalar == "\t" ? " " : "\u{FFFD}", 1)
      case .format where scalar != "\u{200D}": (text, width) = ("\u{FFFD}", 1)
      case .lineSeparator, .paragraphSeparator: (text, width) = ("\u{FFFD}", 1)
      default: (text, width) = (String(scalar), TextWidth.columns(scalar))
      }
    }
  }
}
