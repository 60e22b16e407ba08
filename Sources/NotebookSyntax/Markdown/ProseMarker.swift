/// Finds `{{label.field}}` in prose and keeps its place through cmark's rendering.
///
/// cmark's inline positions cannot be trusted, so the n-th reference of a block's text is taken to stand where the n-th `{{` of its lines stands.
struct ProseMarker {
  /// A stretch of text, or a mark that stands for a reference.
  struct Part {
    let text: String
    let isMark: Bool
  }

  private let lines: SourceLines
  private var places: ArraySlice<SourcePosition> = []
  private var references: [FieldReference] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(lines: SourceLines) {
    self.lines = lines
  }

  /// Starts a block that stands on these lines of the file.
  mutating func begin(lines range: ClosedRange<Int>) {
    places =
      range.flatMap { number in
        Self.openings(in: lines[number]).map { SourcePosition(line: number, column: $0) }
      }[...]
    references = []
    if places.isEmpty { places = [SourcePosition(line: range.lowerBound)] }
  }

  /// The parts of a text node; with `replaces` false its references are only counted, for code stays as it is.
  mutating func split(_ text: String, replaces: Bool) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      let place = places.count > 1 ? places.removeFirst() : places[places.startIndex]
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else { break }
      if replaces {
        parts.append(Part(text: String(rest[..<opening.lowerBound]), isMark: false))
        parts.append(part(for: rest[opening.upperBound..<closing.lowerBound], at: place))
      }
      rest = rest[closing.upperBound...]
    }
    return parts + [Part(text: String(rest), isMark: false)]
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

  /// The columns, from 1, on which `{{` stands.
  private static func openings(in line: String) -> [Int] {
    let scalars = Array(line.unicodeScalars)
    var columns: [Int] = []
    var index = 0
    while index + 1 < scalars.count {
      if scalars[index] == "{", scalars[index + 1] == "{" {
        columns.append(index + 1)
        index += 1
      }
      index += 1
    }
    return columns
  }
}
