/// The source of a paragraph or heading, without the marks of the quotations around it, and where each of its characters stands.
struct WrittenParagraph {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var positions: [SourcePosition] = []

  /// Reads lines of a file.
  ///
  /// - Parameters:
  ///   - lines: The lines of the file.
  ///   - range: Those of the paragraph.
  ///   - quotations: How many quotations it stands in.
  init(_ lines: SourceLines, _ range: ClosedRange<Int>, quotations: Int) {
    for number in range {
      let line = Array(lines[number].unicodeScalars)
      let start = Self.start(of: line, quotations: quotations)
      for column in start..<line.count { append(line[column], SourcePosition(line: number, column: column + 1)) }
      if number < range.upperBound { append("\n", SourcePosition(line: number, column: line.count + 1)) }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ position: SourcePosition) {
    scalars.append(scalar)
    positions.append(position)
  }

  /// The index at which what is quoted begins.
  private static func start(of line: [Unicode.Scalar], quotations: Int) -> Int {
    var (place, left) = (0, quotations)
    while place < line.count {
      if line[place] == ">", left > 0 {
        left -= 1
      } else if line[place] != " " && line[place] != "\t" {
        break
      }
      place += 1
    }
    return place
  }

  /// Where something begins, and where it ends if that is on the same line.
  func range(_ start: Int, length: Int) -> (start: SourcePosition, end: SourcePosition?) {
    let place = positions[min(start, positions.count - 1)]
    let isOnOneLine = start + length <= scalars.count && !scalars[start..<(start + length)].contains("\n")
    return (place, isOnOneLine ? place.advanced(by: length) : nil)
  }
}
