/// Finds `{{label.field}}` in prose and keeps its place through cmark's rendering.
///
/// cmark's inline positions cannot be trusted, so a reference is taken to stand at the next `{{` of its block's lines that the same text follows.
struct ProseMarker {
  /// A stretch of text, or a mark that stands for a reference.
  struct Part {
    let text: String
    let isMark: Bool
  }

  /// Where `{{` stands, and what follows it on its line.
  private struct Place {
    let position: SourcePosition
    let rest: Substring
  }

  private let lines: SourceLines
  private var places: ArraySlice<Place> = []
  private var references: [FieldReference] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(lines: SourceLines) {
    self.lines = lines
  }

  /// Starts a block that stands on these lines of the file.
  mutating func begin(lines range: ClosedRange<Int>) {
    places =
      range.flatMap { number in
        Self.openings(in: lines[number]).map { column, rest in
          Place(position: SourcePosition(line: number, column: column), rest: rest)
        }
      }[...]
    references = []
    if places.isEmpty { places = [Place(position: SourcePosition(line: range.lowerBound), rest: "")] }
  }

  /// The place of the next `{{` that this text follows, taken with those before it; the next of all when there is none near.
  private mutating func takePlace(of text: Substring) -> SourcePosition {
    let near = places.prefix(16)
    let found = near.firstIndex { $0.rest.hasPrefix(text) } ?? places.startIndex
    let place = places[found].position
    places = places.suffix(from: min(found + 1, places.endIndex - 1))
    return place
  }

  /// The parts of a text node; with `replaces` false its references are only counted, for code stays as it is.
  mutating func split(_ text: String, replaces: Bool) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
        let place = takePlace(of: rest[opening.upperBound...].prefix(64))
        if replaces { reportUnclosed(at: place) }
        break
      }
      let place = takePlace(of: rest[opening.upperBound..<closing.upperBound].prefix(128))
      if replaces {
        parts.append(Part(text: String(rest[..<opening.lowerBound]), isMark: false))
        parts.append(part(for: rest[opening.upperBound..<closing.lowerBound], at: place))
      }
      rest = rest[closing.upperBound...]
    }
    return parts + [Part(text: String(rest), isMark: false)]
  }

  private mutating func reportUnclosed(at place: SourcePosition) {
    diagnostics.append(
      Diagnostic(
        .malformedReference, at: place, "'{{' is followed by label.field and '}}' on the same line",
        suggestion: "put it between backticks to show it as it is"))
  }

  private mutating func part(for inner: Substring, at place: SourcePosition) -> Part {
    guard let reference = FieldReference(inner, at: place) else {
      diagnostics.append(
        Diagnostic(
          .malformedReference, at: place, "a measured number is written {{label.field}}, not {{\(inner)}}",
          suggestion: "put it between backticks to show it as it is"))
      return Part(text: "{{\(inner)}}", isMark: false)
    }
    references.append(reference)
    return Part(text: Self.mark(references.count - 1), isMark: true)
  }

  /// The rendered block, cut where references stand.
  func pieces(of html: String) -> [ProsePiece] {
    var pieces: [ProsePiece] = []
    var rest = html[...]
    for (index, reference) in references.enumerated() {
      guard let mark = rest.firstRange(of: Self.mark(index)) else { continue }
      pieces += [.html(String(rest[..<mark.lowerBound])), .reference(reference)]
      rest = rest[mark.upperBound...]
    }
    return pieces + [.html(String(rest))]
  }

  /// Text that safe rendering never lets through from a notebook, because raw HTML is left out.
  private static func mark(_ index: Int) -> String { "<!--nbrun reference \(index)-->" }

  /// The columns, from 1, on which `{{` stands, each with the rest of the line.
  private static func openings(in line: String) -> [(column: Int, rest: Substring)] {
    let scalars = line.unicodeScalars
    var openings: [(column: Int, rest: Substring)] = []
    var column = 0
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let next = scalars.index(after: place)
      column += 1
      guard next < scalars.endIndex, scalars[place] == "{", scalars[next] == "{" else {
        place = next
        continue
      }
      place = scalars.index(after: next)
      openings.append((column, Substring(scalars[place...])))
      column += 1
    }
    return openings
  }
}
