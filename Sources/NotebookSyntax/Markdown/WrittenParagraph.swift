/// The source of a paragraph or heading, without the marks of the quotations and lists around it, and where each of its characters stands.
struct WrittenParagraph {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var positions: [SourcePosition] = []
  /// Whether it begins behind the mark of a list.
  let isBehindMark: Bool

  /// Reads lines of a file.
  ///
  /// - Parameters:
  ///   - lines: The lines of the file.
  ///   - range: Those of the paragraph.
  ///   - quotations: How many quotations it stands in.
  ///   - column: Where libcmark says that it begins.
  init(_ lines: SourceLines, _ range: ClosedRange<Int>, quotations: Int, from column: Int = 1) {
    let first = Array(lines[range.lowerBound].unicodeScalars)
    let marks = first.prefix(max(column, 1) - 1)
    isBehindMark = marks.count > Self.start(of: first, quotations: quotations)
    for number in range {
      let line = Array(lines[number].unicodeScalars)
      let isBehindMark = isBehindMark && number == range.lowerBound
      let start = isBehindMark ? marks.count : Self.start(of: line, quotations: quotations)
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
