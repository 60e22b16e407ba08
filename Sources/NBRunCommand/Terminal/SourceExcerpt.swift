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
  ///   - line: The line.
  ///   - start: The column from 1 where the stretch begins.
  ///   - end: The column after it; nil for a single place.
  ///   - width: The columns of a terminal that there are for it.
  init(_ line: String, from start: Int, to end: Int?, width: Int) {
    let cells = line.unicodeScalars.map(Cell.init)
    let first = min(max(0, start - 1), cells.count)
    let last = min(max(first + 1, (end ?? start + 1) - 1), max(first + 1, cells.count))
    let room = max(10, width - 2)
    var low = first
    var high = first
    var used = 0
    // The stretch first, then what stands before it, then what follows.
    while high < cells.count, high < last, used + cells[high].width <= room {
      used += cells[high].width
      high += 1
    }
    while low > 0, used + cells[low - 1].width <= room {
      low -= 1
      used += cells[low].width
    }
    while high < cells.count, used + cells[high].width <= room {
      used += cells[high].width
      high += 1
    }
    let (isCutBefore, isCutAfter) = (low > 0, high < cells.count)
    text = (isCutBefore ? "…" : "") + cells[low..<high].map(\.text).joined() + (isCutAfter ? "…" : "")
    let before = cells[low..<first].reduce(isCutBefore ? 1 : 0) { $0 + $1.width }
    let under = cells[first..<max(first, min(last, high))].reduce(0) { $0 + $1.width }
    mark = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
  }

  /// A character as a terminal shows it, with the columns that it takes.
  private struct Cell {
    let text: String
    let width: Int

    init(_ scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .control: (text, width) = (scalar == "\t" ? " " : "\u{FFFD}", 1)
      case .format where scalar != "\u{200D}": (text, width) = ("\u{FFFD}", 1)
      case .lineSeparator, .paragraphSeparator: (text, width) = ("\u{FFFD}", 1)
      case .nonspacingMark, .enclosingMark, .format: (text, width) = (String(scalar), 0)
      default: (text, width) = (String(scalar), Self.isWide(scalar) ? 2 : 1)
      }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1FAFF, 0x20000...0x3FFFD:
        true
      default: false
      }
    }
  }
}
