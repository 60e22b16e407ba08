/// Reads a notebook file: parsing never fails, it gives a document and what is wrong with it.
package struct NotebookParser {
  private var fences: OpenFences
  private var diagnostics: [Diagnostic] = []

  private var lines: SourceLines { fences.lines }

  /// The document of a notebook's text.
  ///
  /// - Parameters:
  ///   - source: The whole text of the file.
  ///   - file: The file's path as the user gave it.
  /// - Returns: The document as far as it can be read, and what is wrong.
  package static func parse(_ source: String, file: String) -> Diagnosed<NotebookDocument> {
    var lines = SourceLines(source)
    let front = WrittenFrontMatter(in: lines)
    var parser = NotebookParser(
      reporting: front.diagnostics + ProseLimits.enforce(on: &lines), in: lines, isEnglish: front.isEnglish)
    let blocks = parser.blocks(from: front.lines.upperBound)
    let document = NotebookDocument(file: file, source: source, frontMatter: front.entries, blocks: blocks)
    return Diagnosed(document, diagnostics: document.located(parser.diagnostics))
  }

  /// The document of a file's bytes, which are to be UTF-8.
  package static func parse(bytes: [UInt8], file: String) -> Diagnosed<NotebookDocument> {
    if let text = String(validating: bytes, as: UTF8.self) { return parse(text, file: file) }
    let text = String(decoding: bytes, as: UTF8.self)
    let before = SourceLines(String(text.unicodeScalars.prefix { $0 != "\u{FFFD}" }) + "\u{FFFD}")
    let place = SourcePosition(line: before.count, column: before[before.count].unicodeScalars.count)
    let diagnostic = Diagnostic(
      .encoding, at: place, "a notebook is a UTF-8 text",
      suggestion: "save the file with the encoding UTF-8")
    return Diagnosed(
      NotebookDocument(file: file, source: text, frontMatter: [], blocks: []), diagnostics: [diagnostic])
  }

  private init(reporting diagnostics: [Diagnostic], in lines: SourceLines, isEnglish: Bool) {
    fences = OpenFences(in: lines, isEnglish: isEnglish)
    self.diagnostics = diagnostics
  }

  private mutating func blocks(from top: Int) -> [NotebookBlock] {
    let parsed = fences.blocks(from: top)
    let blocks = parsed.blocks.compactMap { notebookBlock($0) }
    diagnostics += fences.diagnostics + parsed.diagnostics
    return blocks
  }

  private mutating func notebookBlock(_ block: CommonMarkTree.Block) -> NotebookBlock? {
    reportNestedDirectives(block)
    let places = BlockPlaces(block: block, lines: lines)
    diagnostics += places.pictureProblems + places.foreignProblems
    switch block.kind {
    case .code(let literal):
      guard let fence = Fence(line: lines[block.lines.lowerBound].trimmingByteOrderMark) else { break }
      fences.checkIsClosed(fence, block)
      if fence.isDirective { return .directive(directive(fence, literal: literal, lines: block.lines)) }
      let place = SourcePosition(line: block.lines.lowerBound, column: fence.infoColumn)
      return .prose(
        ProseBlock(kind: .fence(info: String(fence.info), at: place), pieces: block.pieces, lines: block.lines))
    case .htmlBlock(let literal):
      if literal.trimmedStart.hasPrefix("<!--") && !literal.contains("-->") {
        report(
          .unclosedComment, at: SourcePosition(line: block.lines.lowerBound),
          "a comment is closed with '-->'; this one hides the rest of the file")
      }
      return nil
    case .heading(let level, let text):
      return .prose(
        ProseBlock(
          kind: .heading(level: level, text: text), pieces: block.pieces, links: places.links, lines: block.lines))
    case .note(let name):
      return .prose(
        ProseBlock(kind: .note(name: name), pieces: block.pieces, links: places.links, lines: block.lines))
    case .other:
      break
    }
    return .prose(ProseBlock(kind: .other, pieces: block.pieces, links: places.links, lines: block.lines))
  }

  private mutating func directive(_ fence: Fence, literal: String, lines range: ClosedRange<Int>) -> DirectiveBlock {
    let position = SourcePosition(line: range.lowerBound, column: fence.infoColumn)
    if fence.keyword == nil {
      let word = fence.info.filter { $0.isLetter }
      report(
        .malformedDirective, at: position, "a directive's fence is followed by {keyword} and nothing else",
        suggestion: word.isEmpty ? nil : "options go on the lines below, as 'key: value'")
    }
    var reader = YAMLReader { [lines] line, column in
      let number = min(range.lowerBound + line, range.upperBound)
      let stripped = min(fence.indentation, lines[number].prefix { $0 == " " }.count)
      return SourcePosition(line: number, column: column + stripped)
    }
    let isUnclosed = fences.starts.contains(range.lowerBound)
    // What follows an empty line of a fence that is not closed is likely to be text.
    var entries = reader.entries(of: isUnclosed ? Self.firstParagraph(of: literal) : literal)
    let isBroken = fence.keyword == nil || isUnclosed || reader.isIncomplete
    if isBroken, !entries.contains(where: { $0.key == "label" }),
      let label = Self.label(in: String(fence.info)) ?? Self.label(in: literal)
    {
      entries.append(
        YAMLEntry(
          key: "label", keyPosition: position, value: YAMLValue(.scalar(label, isQuoted: false), at: position)))
    }
    let keyword = fence.keyword ?? String(fence.info.dropFirst().drop { $0 == " " }.prefix { $0.isLetter })
    return DirectiveBlock(
      keyword: keyword, keywordPosition: position, options: entries, text: literal, lines: range,
      problems: isUnclosed ? [] : reader.diagnostics, isBroken: isBroken,
      keywordIsMalformed: fence.keyword == nil)
  }

  private static func firstParagraph(of text: String) -> String {
    text.firstRange(of: "\n\n").map { String(text[..<$0.lowerBound]) } ?? text
  }

  /// The name after the first `label:` or `label=` of a text that cannot be read otherwise.
  private static func label(in text: String) -> String? {
    guard let key = text.firstRange(of: "label") else { return nil }
    let name = text[key.upperBound...].drop { " :='\"".contains($0) }.prefix { !" ,}'\"".contains($0) && !$0.isNewline }
    return FieldReference.isName(name) ? String(name) : nil
  }

  private mutating func reportNestedDirectives(_ block: CommonMarkTree.Block) {
    for fence in block.nestedFences where fence.info.hasPrefix("{") {
      report(
        .nestedDirective, at: fence.start,
        "a directive stands at the left margin, not inside a list or quote")
    }
  }

  private mutating func report(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: Suggestion? = nil
  ) {
    diagnostics.append(Diagnostic(identifier, at: position, message, suggestion: suggestion))
  }
}
