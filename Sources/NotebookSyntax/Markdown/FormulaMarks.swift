/// The formulas of a text, each behind a mark in which libcmark finds nothing to read: a backslash or `_` of TeX is no Markdown.
///
/// A mark is a number in characters that no text has, as long as the formula, so that columns stay true.
struct FormulaMarks {
  /// The lines with marks in place of formulas.
  private(set) var lines: SourceLines
  /// What the marks stand for, from 1.
  private(set) var pieces: [Piece] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var isFull = false
  /// The line in which marks are put, until they are put into another: it may have thousands.
  private var written: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

  /// A formula, or what was to be one.
  struct Piece {
    /// With the signs around it.
    let source: String
    /// Nil where it is not understood.
    let formula: Formula?
  }

  /// The most formulas of a notebook.
  static let most = 32_767

  /// Finds the formulas in the paragraphs and headings of a tree that libcmark has made of the lines.
  init(in lines: SourceLines, root: CommonMarkNode) {
    self.lines = lines
    var last = 0
    for node in root.descendants where node.kind == .paragraph || node.kind == .heading {
      // A formula that looks like a list ends within it.
      guard node.lines.lowerBound > last, node.lines.contains(where: { lines[$0].utf8.contains(UInt8(ascii: "$")) })
      else { continue }
      let quotations = node.quotations
      let paragraph = WrittenParagraph(lines, node.lines, quotations: quotations, from: node.start.column)
      let finder = FormulaFinder(paragraph.scalars)
      for range in finder.found { take(range, of: paragraph) }
      guard let open = finder.open else { continue }
      let start = paragraph.positions[open]
      last = open == 0 && paragraph.isBehindMark ? refuseOpen(start) : takeOpen(start, quotations: quotations)
    }
    writeLine()
  }

  /// Takes a formula whose lines libcmark has taken for something else, as one that begins with `-` or `=`.
  ///
  /// - Returns: The last line that was looked at.
  private mutating func takeOpen(_ start: SourcePosition, quotations: Int) -> Int {
    guard let end = lineOfNextSigns(behind: start.line) else { return warnOfOpen(start) }
    let paragraph = WrittenParagraph(lines, start.line...end, quotations: quotations)
    guard let range = FormulaFinder(paragraph.scalars).found.last, paragraph.positions[range.lowerBound] == start
    else { return warnOfOpen(start) }
    take(range, of: paragraph)
    return end
  }

  /// Warns of a formula that begins beside the mark of a list, where what libcmark has taken for an item of the list may well be one.
  ///
  /// - Returns: The last line that was looked at.
  private mutating func refuseOpen(_ start: SourcePosition) -> Int {
    guard let end = lineOfNextSigns(behind: start.line) else { return warnOfOpen(start) }
    warn(
      .formula, (start, start.advanced(by: 2)), "'$$' begins a formula, and its paragraph ends before the next '$$'",
      suggestion: "write '$$' on the line below the mark of the list, or \\$ to show the sign of a dollar as it is")
    return end
  }

  private mutating func warnOfOpen(_ start: SourcePosition) -> Int {
    warn(
      .formula, (start, start.advanced(by: 2)),
      "'$$' begins a formula, and no other ends it before the next empty line",
      suggestion: "write \\$ to show the sign of a dollar as it is")
    return start.line
  }

  /// The next line with two signs, unless an empty one or a fence comes before it.
  private func lineOfNextSigns(behind line: Int) -> Int? {
    var next = line + 1
    while next <= lines.count, !lines[next].trimmedEnd.isEmpty, Fence(line: lines[next]) == nil,
      next - line < FormulaReader.mostCharacters
    {
      if lines[next].contains("$$") { return next }
      next += 1
    }
    return nil
  }

  private mutating func take(_ range: Range<Int>, of paragraph: WrittenParagraph) {
    let scalars = paragraph.scalars
    let width = scalars[range.lowerBound + 1] == "$" ? 2 : 1
    let inner = range.dropFirst(width).dropLast(width)
    guard pieces.count < Self.most else {
      if !isFull {
        warn(
          .limit, paragraph.range(range.lowerBound, length: range.count), "a notebook has at most \(Self.most) formulas"
        )
      }
      isFull = true
      return
    }
    var formula: Formula?
    switch FormulaReader.read(Array(scalars[inner])) {
    case .success(let content):
      formula = Formula(
        source: String(String.UnicodeScalarView(scalars[inner])), isDisplay: width == 2, content: content)
    case .failure(let mistake):
      warn(
        .formula, paragraph.range(inner.lowerBound + mistake.offset, length: mistake.length), mistake.message,
        suggestion: mistake.suggestion)
    }
    if pieces.isEmpty { replaceMarks() }
    pieces.append(Piece(source: String(String.UnicodeScalarView(scalars[range])), formula: formula))
    hide(range, of: paragraph)
  }

  private mutating func warn(
    _ identifier: DiagnosticIdentifier, _ range: (start: SourcePosition, end: SourcePosition?), _ message: String,
    suggestion: Suggestion? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        identifier, at: range.start, to: range.end, message, suggestion: suggestion, severity: .warning))
  }

  /// Puts the mark of the last piece in the place of a formula, and nothing that stands for one on its further lines.
  private mutating func hide(_ range: Range<Int>, of paragraph: WrittenParagraph) {
    var number = pieces.count
    for part in range.split(whereSeparator: { paragraph.scalars[$0] == "\n" }) {
      let place = paragraph.positions[part.startIndex]
      if place.line != written.number {
        writeLine()
        written = (place.line, Array(lines[place.line].unicodeScalars))
      }
      // What is longer than the formula stands at the end of its line.
      written.scalars.replaceSubrange(
        (place.column - 1)..<(place.column - 1 + part.count), with: Self.digits(number, part.count))
      number = 0
    }
  }

  private mutating func writeLine() {
    if written.number > 0 { lines.replace(written.number, by: String(String.UnicodeScalarView(written.scalars))) }
  }
}

/// How a number is written in a mark.
extension FormulaMarks {
  private static let zero: UInt32 = 0xFDD0
  private static let base = 32

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { zero..<zero + UInt32(base) ~= scalar.value }

  /// A number in at least so many digits.
  private static func digits(_ number: Int, _ count: Int) -> [Unicode.Scalar] {
    var (digits, rest): ([Unicode.Scalar], Int) = ([], number)
    while rest > 0 || digits.count < count {
      digits += [Unicode.Scalar(zero + UInt32(rest % base))].compactMap { $0 }
      rest /= base
    }
    return digits.reversed()
  }

  /// A stretch of text, or the number of a mark; 0 for the further lines of a formula.
  enum Part {
    case text(String)
    case mark(Int)
  }

  /// A text cut where marks stand.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(where: isDigit) {
      let end = rest[start...].firstIndex { !isDigit($0) } ?? rest.endIndex
      let number = rest[start..<end].reduce(0) { ($0 &* base &+ Int($1.value &- zero)) & 0xFFFF }
      parts += [.text(String(rest[..<start])), .mark(number)]
      rest = rest[end...]
    }
    return parts + [.text(String(rest))]
  }

  /// What a mark stands for.
  func piece(_ number: Int) -> Piece? { pieces.indices.contains(number - 1) ? pieces[number - 1] : nil }

  /// A text with what its marks stand for.
  private func filled(_ text: String, with content: (Piece) -> String) -> String {
    guard text.unicodeScalars.contains(where: Self.isDigit) else { return text }
    return Self.parts(of: text).map { part in
      switch part {
      case .text(let text): text
      case .mark(let number): piece(number).map(content) ?? ""
      }
    }.joined()
  }

  /// A text in which formulas stand without the signs around them.
  func plainText(_ text: String) -> String { filled(text) { $0.formula?.source ?? $0.source } }

  /// Puts what was written back where no text is: in code, addresses and HTML.
  func restore(in root: CommonMarkNode) {
    func restored(_ text: String) -> String { filled(text, with: \.source) }
    for node in root.descendants {
      switch node.kind {
      case .code, .codeBlock, .htmlInline, .htmlBlock: node.literal = restored(node.literal)
      case .link, .image:
        node.address = restored(node.address)
        node.title = restored(node.title)
      default: break
      }
    }
  }

  /// Takes out of the lines what could be taken for a mark.
  private mutating func replaceMarks() {
    for number in 1...max(1, lines.count) where lines[number].unicodeScalars.contains(where: Self.isDigit) {
      lines.replace(
        number,
        by: String(String.UnicodeScalarView(lines[number].unicodeScalars.map { Self.isDigit($0) ? "\u{FFFD}" : $0 })))
    }
  }
}
