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
    /// Whether a backslash says that this is text.
    let isEscaped: Bool
  }

  private let lines: SourceLines
  private var places: ArraySlice<Place> = []
  /// What the marks of the block stand for.
  private var marked: [ProsePiece] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(lines: SourceLines) {
    self.lines = lines
  }

  /// Starts a block that stands on these lines of the file.
  mutating func begin(lines range: ClosedRange<Int>) {
    places =
      range.flatMap { number in
        Self.openings(in: lines[number]).map { column, rest, isEscaped in
          Place(position: SourcePosition(line: number, column: column), rest: rest, isEscaped: isEscaped)
        }
      }[...]
    marked = []
    if places.isEmpty {
      places = [Place(position: SourcePosition(line: range.lowerBound), rest: "", isEscaped: false)]
    }
  }

  /// The place of the next `{{` that this text follows, taken with those before it; the next of all when there is none near.
  private mutating func takePlace(of text: String) -> Place {
    let near = places.prefix(16)
    let found = near.firstIndex { $0.rest.hasPrefix(text) } ?? places.startIndex
    let place = places[found]
    places = places.suffix(from: min(found + 1, places.endIndex - 1))
    return place
  }

  /// The parts of a text node; with `replaces` false its references are only counted, for code stays as it is.
  mutating func split(_ text: String, replaces: Bool) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    var ends = TwinFinder("}", in: text)
    while let opening = rest.firstTwin("{") {
      guard let closing = ends.next(from: opening.upperBound, within: Self.longest) else {
        let place = takePlace(of: Typography.typed(rest[opening.upperBound...].prefix(64)))
        if place.isEscaped {
          rest = skip(opening, of: rest, to: &parts, replaces: replaces)
          continue
        }
        if replaces { reportUnclosed(at: place.position) }
        break
      }
      let inner = Typography.typed(rest[opening.upperBound..<closing.lowerBound])
      let place = takePlace(of: String((inner + "}}").prefix(128)))
      if place.isEscaped {
        rest = skip(opening, of: rest, to: &parts, replaces: replaces)
        continue
      }
      if replaces {
        parts.append(Part(text: String(rest[..<opening.lowerBound]), isMark: false))
        parts.append(part(for: inner[...], at: place.position))
      }
      rest = rest[closing.upperBound...]
    }
    return parts + [Part(text: String(rest), isMark: false)]
  }

  /// What follows a `{{` that is text.
  private func skip(
    _ opening: Range<Substring.Index>, of rest: Substring, to parts: inout [Part], replaces: Bool
  ) -> Substring {
    if replaces { parts.append(Part(text: String(rest[..<opening.upperBound]), isMark: false)) }
    return rest[opening.upperBound...]
  }

  private mutating func reportUnclosed(at place: SourcePosition) {
    diagnostics.append(
      Diagnostic(
        .malformedReference, at: place, "'{{' is followed by label.field and '}}' on the same line",
        suggestion: Self.asItIs))
  }

  /// More bytes than any reference has; one that ends no sooner is none.
  private static let longest = 1024
  private static let asItIs: Suggestion = "write \\{{ or put it between backticks to show it as it is"

  private mutating func part(for inner: Substring, at place: SourcePosition) -> Part {
    guard let reference = FieldReference(inner.withoutBlanks, at: place) else {
      diagnostics.append(
        Diagnostic(
          .malformedReference, at: place, to: place.advanced(by: inner.unicodeScalars.count + 4),
          "a measured number is written {{label.field}}, not {{\(inner)}}", suggestion: Self.asItIs))
      return Part(text: "{{\(inner)}}", isMark: false)
    }
    return Part(text: mark(.reference(reference)), isMark: true)
  }

  /// The rendered block, cut where references stand.
  func pieces(of html: String) -> [ProsePiece] {
    guard !marked.isEmpty else { return [.html(html)] }
    var pieces: [ProsePiece] = []
    let parts = html.split(separator: Self.markStart, omittingEmptySubsequences: false)
    var text = parts.first.map(String.init) ?? ""
    for part in parts.dropFirst() {
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      guard let index = Int(digits), marked.indices.contains(index),
        part.dropFirst(digits.count).hasPrefix(Self.markEnd)
      else {
        text += Self.markStart + part
        continue
      }
      pieces += [.html(text), marked[index]]
      text = String(part.dropFirst(digits.count + Self.markEnd.count))
    }
    return pieces + [.html(text)]
  }

  /// The mark of a piece: text that safe rendering never lets through from a notebook, because raw HTML is left out.
  mutating func mark(_ piece: ProsePiece) -> String {
    marked.append(piece)
    return "\(Self.markStart)\(marked.count - 1)\(Self.markEnd)"
  }

  private static let markStart = "<!--nbrun reference "
  private static let markEnd = "-->"

  /// The text with each `{{ label.field }}` as `{{label.field}}`.
  static func withoutBlanksInReferences(_ text: String) -> String {
    guard text.contains("{{") else { return text }
    let parts = text.split(separator: "{{", omittingEmptySubsequences: false)
    let shortened = parts.dropFirst().map { part in
      guard let closing = part.firstRange(of: "}}") else { return String(part) }
      let inner = Typography.typed(part[..<closing.lowerBound])[...].withoutBlanks
      return FieldReference(inner, at: SourcePosition(line: 1)) != nil
        ? inner + part[closing.lowerBound...] : String(part)
    }
    return ([parts.first.map(String.init) ?? ""] + shortened).joined(separator: "{{")
  }

  /// The columns, from 1, on which `{{` stands, each with the rest of the line and whether a backslash says that it is text.
  private static func openings(in line: String) -> [(column: Int, rest: Substring, isEscaped: Bool)] {
    let text = line.unicodeScalars
    let scalars = Array(text)
    var openings: [(column: Int, rest: Substring, isEscaped: Bool)] = []
    var (column, place) = (0, text.startIndex)
    var isEscaped = false
    while column + 1 < scalars.count {
      guard scalars[column] == "{" else {
        isEscaped = scalars[column] == "\\" && !isEscaped
        (column, place) = (column + 1, text.index(after: place))
        continue
      }
      let isDivided = scalars[column + 1] == "\\" && column + 2 < scalars.count && scalars[column + 2] == "{"
      let length = isDivided ? 3 : scalars[column + 1] == "{" ? 2 : 1
      place = text.index(place, offsetBy: length)
      if length > 1 { openings.append((column + 1, Substring(text[place...]), isEscaped || isDivided)) }
      column += length
      isEscaped = false
    }
    return openings
  }
}

extension Substring {
  /// Without spaces at both ends.
  fileprivate var withoutBlanks: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
