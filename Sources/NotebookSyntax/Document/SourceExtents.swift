/// Where everything that a diagnostic can be about ends, by where it begins.
struct SourceExtents {
  private var ends: [SourcePosition: SourcePosition] = [:]

  init(_ document: NotebookDocument) {
    for entry in document.frontMatter { add(entry) }
    for block in document.blocks {
      switch block {
      case .prose(let prose): add(prose)
      case .directive(let directive): add(directive)
      }
    }
  }

  subscript(_ start: SourcePosition) -> SourcePosition? { ends[start] }

  private mutating func add(_ directive: DirectiveBlock) {
    add(directive.keywordPosition, length: directive.keyword.unicodeScalars.count + 2)
    for entry in directive.options { add(entry) }
  }

  private mutating func add(_ prose: ProseBlock) {
    for case .reference(let reference) in prose.pieces {
      add(reference.position, length: reference.text.unicodeScalars.count + 4)
    }
    for link in prose.links { add(link.position, length: link.target.unicodeScalars.count + 1) }
    if case .fence(let info, let position) = prose.kind { add(position, length: info.unicodeScalars.count) }
  }

  /// A key comes before a value that begins in its place.
  private mutating func add(_ entry: YAMLEntry) {
    add(entry.keyPosition, to: entry.keyEnd)
    add(entry.value)
  }

  private mutating func add(_ value: YAMLValue) {
    switch value.kind {
    case .scalar: add(value.position, to: value.end)
    case .sequence(let items):
      for item in items { add(item) }
      add(value.position, to: value.end)
    case .mapping(let entries):
      for entry in entries { add(entry) }
      add(value.position, to: value.end)
    }
  }

  private mutating func add(_ start: SourcePosition, length: Int) {
    add(start, to: SourcePosition(line: start.line, column: start.column + length))
  }

  private mutating func add(_ start: SourcePosition, to end: SourcePosition) {
    if start < end, ends[start] == nil { ends[start] = end }
  }
}
