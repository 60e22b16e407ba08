/// Reads a notebook file: parsing never fails, it gives a document and what is wrong with it.
package struct NotebookParser {
  private let lines: SourceLines
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
    return Diagnosed(document, diagnostics: parser.diagnostics.sorted { $0.position < $1.position })
  }

  /// The document of a file's bytes, which are to be UTF-8.
  package static func parse(bytes: [UInt8], file: String) -> Diagnosed<NotebookDocument> {
    if let text = String(validating: bytes, as: UTF8.self) { return parse(text, file: file) }
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.prefix { $0 != "\u{FFFD}" }.count { $0.isNewline } + 1
    let diagnostic = Diagnostic(
      .encoding, at: SourcePosition(line: line), "a notebook is a UTF-8 text",
      suggestion: "save the file with the encoding UTF-8")
    return Diagnosed(
      NotebookDocument(file: file, source: text, frontMatter: [], blocks: []), diagnostics: [diagnostic])
  }

  private init(lines: SourceLines) {
    self.lines = lines
  }

  private mutating func document(_ source: String, file: String) -> NotebookDocument {
    let (frontMatter, frontLines) = frontMatter()
    let tree = CommonMarkTree(lines.text(blanking: frontLines))
    var marker = ProseMarker(lines: lines)
    var blocks: [NotebookBlock] = []
    for block in tree.blocks(marker: &marker) {
      if let block = notebookBlock(block) { blocks.append(block) }
    }
    diagnostics += marker.diagnostics
    return NotebookDocument(file: file, source: source, frontMatter: frontMatter, blocks: blocks)
  }

  /// The entries between a first line `---` and the next, and the lines they take.
  private mutating func frontMatter() -> (entries: [YAMLEntry], lines: Range<Int>) {
    guard lines[1].trimmingByteOrderMark.trimmedEnd == "---" else { return ([], 1..<1) }
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

  private mutating func notebookBlock(_ block: CommonMarkTree.Block) -> NotebookBlock? {
    reportNestedDirectives(block)
    switch block.kind {
    case .code(let literal):
      guard let fence = Fence(line: lines[block.lines.lowerBound].trimmingByteOrderMark) else { break }
      checkIsClosed(fence, block)
      if fence.isDirective { return directive(fence, literal: literal, lines: block.lines).map { .directive($0) } }
    case .htmlBlock(let literal):
      if literal.trimmedStart.hasPrefix("<!--") && !literal.contains("-->") {
        report(
          .unclosedComment, at: SourcePosition(line: block.lines.lowerBound),
          "a comment is closed with '-->'; this one hides the rest of the file")
      }
      return nil
    case .heading(let level, let text):
      return .prose(ProseBlock(kind: .heading(level: level, text: text), pieces: block.pieces, lines: block.lines))
    case .other:
      break
    }
    return .prose(ProseBlock(kind: .other, pieces: block.pieces, lines: block.lines))
  }

  private mutating func directive(_ fence: Fence, literal: String, lines range: ClosedRange<Int>) -> DirectiveBlock? {
    let position = SourcePosition(line: range.lowerBound, column: fence.infoColumn)
    guard let keyword = fence.keyword else {
      let word = fence.info.filter { $0.isLetter }
      report(
        .malformedDirective, at: position, "a directive's fence is followed by {keyword} and nothing else",
        suggestion: word.isEmpty ? nil : "options go on the lines below, as 'key: value'")
      return nil
    }
    var reader = YAMLReader { [lines] line, column in
      let number = min(range.lowerBound + line, range.upperBound)
      let stripped = min(fence.indentation, lines[number].prefix { $0 == " " }.count)
      return SourcePosition(line: number, column: column + stripped)
    }
    let entries = reader.entries(of: literal)
    diagnostics += reader.diagnostics
    return DirectiveBlock(
      keyword: keyword, keywordPosition: position, options: entries, text: literal, lines: range)
  }

  /// Reports a fence that runs to the end of the file, or that ends only because a later one was taken for its end.
  private mutating func checkIsClosed(_ fence: Fence, _ block: CommonMarkTree.Block) {
    let first = block.lines.lowerBound
    let opening = SourcePosition(line: first, column: fence.indentation + 1)
    for number in block.lines.dropFirst() {
      guard let inner = Fence(line: lines[number]), inner.keyword != nil else { continue }
      if inner.mark == fence.mark && inner.length >= fence.length {
        report(
          .unclosedFence, at: opening, "a fence is closed before the next directive, which begins on line \(number)",
          suggestion: "add a line '\(String(repeating: fence.mark, count: fence.length))' after this block")
        return
      }
    }
    let isClosed = block.lines.count > 1 && fence.isClosed(by: lines[block.lines.upperBound])
    if !isClosed {
      report(
        .unclosedFence, at: opening, "a fence is closed; this one runs to the end of the file",
        suggestion: "add a line '\(String(repeating: fence.mark, count: fence.length))' after this block")
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
