/// Reads a notebook file: parsing never fails, it gives a document and what is wrong with it.
package struct NotebookParser {
  private var lines: SourceLines
  /// The lines of the fences that were left open.
  private var unclosed: Set<Int> = []
  private var diagnostics: [Diagnostic] = []

  /// The document of a notebook's text.
  ///
  /// - Parameters:
  ///   - source: The whole text of the file.
  ///   - file: The file's path as the user gave it.
  /// - Returns: The document as far as it can be read, and what is wrong.
  package static func parse(_ source: String, file: String) -> Diagnosed<NotebookDocument> {
    var parser = NotebookParser(lines: SourceLines(source))
    let document = parser.document(source, file: file)
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

  private init(lines: SourceLines) {
    self.lines = lines
  }

  private mutating func document(_ source: String, file: String) -> NotebookDocument {
    let (frontMatter, frontLines) = frontMatter()
    diagnostics += ProseLimits.enforce(on: &lines)
    let parsed = blocks(without: frontLines)
    var blocks: [NotebookBlock] = []
    for block in parsed.blocks {
      if let block = notebookBlock(block) { blocks.append(block) }
    }
    diagnostics += parsed.marker.diagnostics
    return NotebookDocument(file: file, source: source, frontMatter: frontMatter, blocks: blocks)
  }

  /// The blocks of the text, in which fences that swallow the next directive are closed before it, so that one mistake gives one report.
  private mutating func blocks(
    without frontLines: Range<Int>
  ) -> (blocks: [CommonMarkTree.Block], marker: ProseMarker) {
    let mostRepairs = 20
    let top = frontLines.upperBound
    // What stands before a fence that was left open is not read anew for the next.
    var start = top
    while true {
      let tree = CommonMarkTree(lines.text(blanking: 1..<start))
      var marker = ProseMarker(lines: lines)
      let blocks = tree.blocks(marker: &marker)
      let known = unclosed
      for block in blocks { reportSwallowedDirective(block) }
      let next = known.count < mostRepairs ? unclosed.subtracting(known).min() : nil
      if next == nil && start == top { return (blocks, marker) }
      start = next ?? top
    }
  }

  /// The entries between a first line `---` and the next, and the lines they take.
  private mutating func frontMatter() -> (entries: [YAMLEntry], lines: Range<Int>) {
    guard lines[1].trimmingByteOrderMark.trimmedEnd == "---" else {
      warnOfLateFrontMatter()
      return ([], 1..<1)
    }
    guard let end = (2...max(2, lines.count)).first(where: { lines[$0].trimmedEnd == "---" }) else {
      report(
        .frontMatter, at: SourcePosition(line: 1), "front matter ends with a line '---'",
        suggestion: "close it, or write '***' for a rule at the top of the page")
      return ([], 1..<1)
    }
    var reader = YAMLReader { line, column in SourcePosition(line: min(line + 1, end), column: column) }
    let entries = reader.entries(of: lines.text(2..<end))
    diagnostics += reader.diagnostics
    return (entries, 1..<end + 1)
  }

  /// Says that what looks like front matter stands below empty lines, where it is text.
  private mutating func warnOfLateFrontMatter() {
    guard let first = (1...max(1, min(lines.count, 100))).first(where: { !lines[$0].trimmedEnd.isEmpty }), first > 1,
      lines[first].trimmedEnd == "---", lines[first + 1].contains(":"),
      (first + 1...max(first + 1, min(lines.count, first + 200))).contains(where: { lines[$0].trimmedEnd == "---" })
    else { return }
    diagnostics.append(
      Diagnostic(
        .frontMatter, at: SourcePosition(line: first),
        "front matter begins on the first line of a file; here it is text",
        suggestion: "delete the empty lines above it", severity: .warning))
  }

  private mutating func notebookBlock(_ block: CommonMarkTree.Block) -> NotebookBlock? {
    reportNestedDirectives(block)
    reportImages(block)
    switch block.kind {
    case .code(let literal):
      guard let fence = Fence(line: lines[block.lines.lowerBound].trimmingByteOrderMark) else { break }
      checkIsClosed(fence, block)
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
          kind: .heading(level: level, text: text), pieces: block.pieces, links: links(of: block), lines: block.lines))
    case .other:
      break
    }
    return .prose(ProseBlock(kind: .other, pieces: block.pieces, links: links(of: block), lines: block.lines))
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
    let isUnclosed = unclosed.contains(range.lowerBound)
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

  /// Reports a fence that ends only because a later one was taken for its end, and closes it before the directive that it swallowed.
  private mutating func reportSwallowedDirective(_ block: CommonMarkTree.Block) {
    guard case .code = block.kind, let fence = Fence(line: lines[block.lines.lowerBound].trimmingByteOrderMark),
      !unclosed.contains(block.lines.lowerBound)
    else { return }
    for number in block.lines.dropFirst() {
      guard let inner = Fence(line: lines[number]), inner.keyword != nil else { continue }
      guard inner.mark == fence.mark, inner.length >= fence.length else { continue }
      reportUnclosed(
        fence, on: block.lines.lowerBound,
        "a fence is closed before the next directive, which begins on line \(number)")
      if number - 1 > block.lines.lowerBound { lines.replace(number - 1, by: fence.closing) }
      return
    }
  }

  /// Reports a fence that runs to the end of the file.
  private mutating func checkIsClosed(_ fence: Fence, _ block: CommonMarkTree.Block) {
    let isClosed = block.lines.count > 1 && fence.isClosed(by: lines[block.lines.upperBound])
    guard !isClosed, !unclosed.contains(block.lines.lowerBound) else { return }
    reportUnclosed(fence, on: block.lines.lowerBound, "a fence is closed; this one runs to the end of the file")
  }

  private mutating func reportUnclosed(_ fence: Fence, on line: Int, _ message: String) {
    unclosed.insert(line)
    let start = SourcePosition(line: line, column: fence.indentation + 1)
    let length = lines[line].trimmedEnd.unicodeScalars.count - fence.indentation
    diagnostics.append(
      Diagnostic(
        .unclosedFence, at: start, to: start.advanced(by: max(1, length)), message,
        suggestion: fence.length > 20 ? nil : "add a line '\(fence.closing)' after this block"))
  }

  private mutating func reportImages(_ block: CommonMarkTree.Block) {
    guard !block.images.isEmpty else { return }
    let places = places(of: "![", in: block.lines)
    for (index, address) in block.images.enumerated() {
      report(
        .image, at: index < places.count ? places[index].position : SourcePosition(line: block.lines.lowerBound),
        "a page stands alone and shows no picture from '\(address)'", suggestion: "link to it: [text](\(address))")
    }
  }

  /// The links to places of the page, in the order of their block, each where its address is next.
  private func links(of block: CommonMarkTree.Block) -> [PageLink] {
    guard !block.pageLinks.isEmpty else { return [] }
    var places = places(of: "#", in: block.lines)[...]
    return block.pageLinks.map { target in
      // An address may be written elsewhere, so it is looked for near by alone.
      let found = places.prefix(16).firstIndex { $0.rest.hasPrefix(target) }
      let place = found.map { places[$0].position } ?? SourcePosition(line: block.lines.lowerBound)
      if let found { places = places.suffix(from: found + 1) }
      return PageLink(target: target, position: place)
    }
  }

  /// Where a text stands on the lines of a block, each with what follows up to the next.
  private func places(of text: String, in range: ClosedRange<Int>) -> [(position: SourcePosition, rest: Substring)] {
    range.flatMap { number in
      let parts = lines[number].split(separator: text, omittingEmptySubsequences: false)
      var column = 1
      return zip(parts, parts.dropFirst()).map { part, rest in
        column += part.unicodeScalars.count
        defer { column += text.unicodeScalars.count }
        return (SourcePosition(line: number, column: column), rest)
      }
    }
  }

  private mutating func reportNestedDirectives(_ block: CommonMarkTree.Block) {
    for fence in block.nestedFences where fence.info.hasPrefix("{") {
      report(
        .nestedDirective, at: SourcePosition(line: fence.line, column: fence.column),
        "a directive stands at the left margin, not inside a list or quote")
    }
  }

  private mutating func report(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: String? = nil
  ) {
    diagnostics.append(Diagnostic(identifier, at: position, message, suggestion: suggestion))
  }
}

extension String {
  fileprivate var trimmingByteOrderMark: Substring {
    unicodeScalars.first == "\u{FEFF}" ? Substring(unicodeScalars.dropFirst()) : self[...]
  }

  fileprivate var trimmedStart: Substring { drop { $0.isWhitespace } }
}

extension StringProtocol {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " || $0 == "\t" }.reversed()) }
}
