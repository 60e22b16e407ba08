package import NotebookPlanning
package import NotebookSyntax

/// A notebook that is open in an editor, as far as its text can be understood; it answers what an editor asks about a place.
package struct OpenNotebook: Sendable {
  let document: NotebookDocument
  let lines: SourceLines
  /// What the cells leave behind.
  let scope: PlanScope
  /// Front matter and directives.
  let language: [OptionTopic]

  /// - Parameters:
  ///   - document: As parsed.
  ///   - scope: What its cells leave behind.
  ///   - language: What there is to write: front matter and directives.
  package init(_ document: NotebookDocument, scope: PlanScope, language: [OptionTopic]) {
    self.document = document
    lines = SourceLines(document.source)
    self.scope = scope
    self.language = language
  }

  /// The directives of the notebook in the order of the file.
  var directives: [DirectiveBlock] {
    document.blocks.compactMap { if case .directive(let block) = $0 { block } else { nil } }
  }

  /// The directive that begins on a line.
  func directive(onLine line: Int?) -> DirectiveBlock? { directives.first { $0.lines.lowerBound == line } }

  /// What there is to write under a keyword.
  func topic(_ keyword: String) -> OptionTopic? {
    language.first { $0.name == keyword && $0.sort == OptionTopic.directiveSort }
  }

  var frontMatter: OptionTopic? { language.first { $0.sort != OptionTopic.directiveSort } }

  /// The lines between the `---` lines; nil where there are none.
  var frontMatterLines: Range<Int>? {
    guard lines.count > 1, lines[1].drop(while: { $0 == "\u{FEFF}" }).trimmed == "---" else { return nil }
    return (2...lines.count).first { lines[$0].trimmed == "---" }.map { 2..<$0 }
  }
}
