import LanguageService
import NotebookSyntax

/// What a client counts characters of a line in.
enum PositionEncoding: String, Codable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The place of a notebook that a client means; one beyond the end of a line is its end, one within a character is before it.
  func position(_ place: ClientPosition, in lines: SourceLines) -> SourcePosition {
    var rest = max(place.character, 0)
    var column = 1
    let line = min(max(place.line, 0), lines.count) + 1
    for scalar in lines[line].unicodeScalars {
      rest -= width(scalar)
      if rest < 0 { break }
      column += 1
    }
    return SourcePosition(line: line, column: column)
  }

  /// A stretch of a notebook as a client counts.
  func range(_ range: SourceRange, in lines: SourceLines) -> ClientRange {
    var counter = PlaceCounter(self, lines)
    return counter.range(range)
  }

  fileprivate func width(_ scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}

/// Counts as a client does, going on where it is: many places in the order of the file take no longer than the file.
struct PlaceCounter {
  private let encoding: PositionEncoding
  private let lines: SourceLines
  private var line = ""
  private var number = 0
  /// How far it has counted in the line: the next scalar, its column from 1, and what the client counts before it.
  private var next = "".startIndex
  private var column = 1
  private var character = 0

  init(_ encoding: PositionEncoding, _ lines: SourceLines) {
    self.encoding = encoding
    self.lines = lines
  }

  mutating func range(_ range: SourceRange) -> ClientRange {
    let start = place(range.start)
    return ClientRange(start: start, end: place(range.end))
  }

  private mutating func place(_ position: SourcePosition) -> ClientPosition {
    if position.line != number || position.column < column {
      (number, line) = (position.line, lines[position.line])
      (next, column, character) = (line.startIndex, 1, 0)
    }
    while column < position.column, next < line.endIndex {
      character += encoding.width(line.unicodeScalars[next])
      next = line.unicodeScalars.index(after: next)
      column += 1
    }
    return ClientPosition(line: max(position.line - 1, 0), character: character)
  }
}

/// A place as a client counts: lines and characters from 0.
struct ClientPosition: Codable, Hashable, Comparable {
  let line: Int
  let character: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

struct ClientRange: Codable, Hashable {
  let start: ClientPosition
  let end: ClientPosition

  /// Whether some place is in both or at the end of both; one of them may be empty.
  func touches(_ other: ClientRange) -> Bool { start <= other.end && other.start <= end }
}
