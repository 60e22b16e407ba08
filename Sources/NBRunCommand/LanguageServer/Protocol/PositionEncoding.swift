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

  /// A place of a notebook as a client counts.
  func place(_ position: SourcePosition, in lines: SourceLines) -> ClientPosition {
    let before = lines[position.line].unicodeScalars.prefix(max(position.column - 1, 0))
    return ClientPosition(line: max(position.line - 1, 0), character: before.reduce(0) { $0 + width($1) })
  }

  func range(_ range: SourceRange, in lines: SourceLines) -> ClientRange {
    ClientRange(start: place(range.start, in: lines), end: place(range.end, in: lines))
  }

  private func width(_ scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}

/// A place as a client counts: lines and characters from 0.
struct ClientPosition: Codable, Hashable {
  let line: Int
  let character: Int
}

struct ClientRange: Codable, Hashable {
  let start: ClientPosition
  let end: ClientPosition
}
