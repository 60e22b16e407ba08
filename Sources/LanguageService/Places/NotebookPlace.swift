import NotebookPlanning
import NotebookSyntax

/// What can be written at a place of a notebook.
enum NotebookPlace {
  /// The word between the braces of a fence.
  case keyword(Word)
  /// Something in the body of a directive, or in the front matter.
  case option(OptionPlace, of: OptionTopic, line: Int?)
  /// The name of a measured number in the text, or in a caption.
  case reference(Word)
  /// The target of a link to a place of the page.
  case link(Word)
}

extension OpenNotebook {
  /// What can be written at a place; nil where that is text, or a body whose directive is none.
  func place(at cursor: SourcePosition) -> NotebookPlace? {
    if let body = frontMatterLines, cursor.line < body.upperBound {
      guard let frontMatter, body.contains(cursor.line) else { return nil }
      return option(at: cursor, of: frontMatter, body: body, line: nil)
    }
    if let directive = directives.first(where: { $0.lines.contains(cursor.line) }) ?? openDirective(above: cursor.line)
    {
      if cursor.line == directive.lines.lowerBound { return keyword(at: cursor, of: directive) }
      let body = directive.lines.lowerBound + 1..<max(directive.lines.upperBound + 1, cursor.line + 1)
      guard let topic = topic(directive.keyword), !isClosingFence(cursor.line) else { return nil }
      return option(at: cursor, of: topic, body: body, line: directive.lines.lowerBound)
    }
    return isShown(cursor.line) ? nil : reference(at: cursor) ?? link(at: cursor)
  }

  private func option(
    at cursor: SourcePosition, of topic: OptionTopic, body: Range<Int>, line: Int?
  ) -> NotebookPlace? {
    guard let place = OptionPlaceReader.place(of: cursor, in: lines, body: body) else { return nil }
    // A caption is text like any other.
    if place.role == .value, place.path == [.key("caption")], let reference = reference(at: cursor) { return reference }
    return .option(place, of: topic, line: line)
  }

  private func keyword(at cursor: SourcePosition, of directive: DirectiveBlock) -> NotebookPlace? {
    let line = Array(lines[cursor.line].unicodeScalars)
    guard let brace = line.firstIndex(of: "{"), cursor.column - 1 > brace else { return nil }
    let word = Word(around: cursor.column - 1, in: line, number: cursor.line) { $0.isPartOfName && $0 != "." }
    return word.range.start.column == brace + 2 ? .keyword(word) : nil
  }

  /// The name behind the last `{{` of the line that is not closed before the cursor.
  private func reference(at cursor: SourcePosition) -> NotebookPlace? {
    let line = Array(lines[cursor.line].unicodeScalars)
    let before = line[..<min(max(cursor.column - 1, 0), line.count)]
    guard let open = before.indices.last(where: { $0 > 0 && before[$0] == "{" && before[$0 - 1] == "{" }),
      !before[open...].contains("}"), before[(open + 1)...].allSatisfy({ $0.isPartOfName || $0 == " " })
    else { return nil }
    return .reference(
      Word(around: cursor.column - 1, in: line, number: cursor.line) { $0.isPartOfName })
  }

  /// What follows `(#` of a link.
  private func link(at cursor: SourcePosition) -> NotebookPlace? {
    let line = Array(lines[cursor.line].unicodeScalars)
    let word = Word(around: cursor.column - 1, in: line, number: cursor.line) { $0.isPartOfName }
    let start = word.range.start.column - 1
    guard start >= 2, line[start - 1] == "#", line[start - 2] == "(" else { return nil }
    return .link(word)
  }

  /// Whether a line is in a fence that is shown and not run.
  private func isShown(_ line: Int) -> Bool {
    document.blocks.contains {
      if case .prose(let block) = $0, case .fence = block.kind { block.lines.contains(line) } else { false }
    }
  }

  /// The directive at the end of the file that nobody has closed, for a line that is only begun.
  private func openDirective(above line: Int) -> DirectiveBlock? {
    guard line > lines.count, let last = directives.last, last.lines.upperBound >= lines.count,
      last.lines.count == 1 || !isClosingFence(last.lines.upperBound)
    else { return nil }
    return last
  }

  private func isClosingFence(_ line: Int) -> Bool {
    let text = lines[line].trimmed
    return text.count >= 3 && (text.allSatisfy { $0 == "`" } || text.allSatisfy { $0 == "~" })
  }
}
