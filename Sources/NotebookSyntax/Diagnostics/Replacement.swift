/// A stretch of a line with what is to be written in its place.
package struct Replacement: Sendable, Hashable {
  package let start: SourcePosition
  /// The place after its last character.
  package let end: SourcePosition
  package let text: String
}

/// Finds the words that are to be corrected, of diagnostics in the order of the file: a line is gone through once, however many are about it.
struct ReplacementFinder {
  private let lines: SourceLines
  private var line: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

  /// Words stand no further behind the place where they are wrong.
  private static let furthest = 1000

  init(_ lines: SourceLines) {
    self.lines = lines
  }

  /// Where a correction belongs: the first place of its words from there on; nil where they do not stand there, as with the value of a
  /// parameter.
  mutating func replacement(
    by correction: Suggestion.Correction, from start: SourcePosition, to end: SourcePosition?
  ) -> Replacement? {
    let written = Array(correction.written.unicodeScalars)
    guard !written.isEmpty else { return nil }
    if line.number != start.line { line = (start.line, Array(lines[start.line].unicodeScalars)) }
    let limit = end.flatMap { $0.line == start.line ? $0.column - 1 : nil } ?? line.scalars.count
    let last = min(limit, line.scalars.count, start.column - 1 + Self.furthest) - written.count
    guard start.column - 1 <= last else { return nil }
    let place = (start.column - 1...last).first { isWhole(written, at: $0) }
    return place.map { place in
      let start = SourcePosition(line: start.line, column: place + 1)
      return Replacement(start: start, end: start.advanced(by: written.count), text: correction.meant)
    }
  }

  /// Whether words stand there, and are no part of longer ones.
  private func isWhole(_ words: [Unicode.Scalar], at place: Int) -> Bool {
    guard line.scalars[place...].starts(with: words) else { return false }
    let (before, after) = (place - 1, place + words.count)
    let goesOn = after < line.scalars.count && line.scalars[after - 1].isPartOfWord && line.scalars[after].isPartOfWord
    let hasBegun = before >= 0 && line.scalars[place].isPartOfWord && line.scalars[before].isPartOfWord
    return !goesOn && !hasBegun
  }
}

extension Unicode.Scalar {
  /// Whether it can be part of a name, or the sign before that of a parameter.
  var isPartOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil || self == "_" || self == "-" || self == "$"
  }
}
