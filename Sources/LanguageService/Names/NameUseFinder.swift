import NotebookPlanning
import NotebookSyntax

/// Finds every place where a notebook names its cells: in options that take names, by their declarations, and in the text.
struct NameUseFinder {
  private let notebook: OpenNotebook
  private var uses: [NameUse] = []
  /// The line that was looked into last.
  private var line: (number: Int, scalars: [Unicode.Scalar]) = (0, [])
  /// A name stands no further behind the braces than this.
  private static let mostBlanks = 40

  /// The places in the order of the file.
  static func uses(in notebook: OpenNotebook) -> [NameUse] {
    var finder = NameUseFinder(notebook: notebook)
    for block in notebook.document.blocks {
      switch block {
      case .prose(let prose): finder.add(prose)
      case .directive(let directive): finder.add(directive)
      }
    }
    return finder.uses.sorted { $0.range.start < $1.range.start }
  }

  private init(notebook: OpenNotebook) {
    self.notebook = notebook
  }

  private mutating func add(_ prose: ProseBlock) {
    for case .reference(let reference) in prose.pieces {
      let end = reference.position.advanced(by: reference.text.unicodeScalars.count + 4 + Self.mostBlanks)
      guard var use = tokens(from: reference.position, to: end).first?.member else { continue }
      // With what is said in parentheses of the points of a sweep.
      use.reference = reference
      uses.append(use)
    }
    for link in prose.links {
      let end = link.position.advanced(by: link.target.unicodeScalars.count + 1)
      if let use = tokens(from: link.position, to: end).first?.target, notebook.scope.symbols[use.label] != nil {
        uses.append(use)
      }
    }
  }

  private mutating func add(_ directive: DirectiveBlock) {
    for entry in directive.options where entry.key == CellOptions.label.name {
      // A label that was made out in a body that cannot be read has no place.
      guard let name = tokens(from: entry.value.position, to: entry.value.end).first, var use = name.cell else {
        continue
      }
      use.isDefinition = true
      uses.append(use)
    }
    for entry in directive.options where entry.key == CellOptions.caption.name { addCaption(entry.value) }
    guard let topic = notebook.topic(directive.keyword) else { return }
    let slot = OptionSlot(of: topic)
    for entry in directive.options { add(entry.value, in: slot.inner(.key(entry.key))) }
  }

  private mutating func addCaption(_ value: YAMLValue) {
    for token in tokens(from: value.position, to: value.end) {
      let use = token.before.hasSuffix("{{") ? token.member : token.before.hasSuffix("(#") ? token.target : nil
      if let use { uses.append(use) }
    }
  }

  private mutating func add(_ value: YAMLValue, in slot: OptionSlot?) {
    guard let slot else { return }
    switch value.kind {
    case .mapping(let entries):
      for entry in entries { add(entry.value, in: slot.inner(.key(entry.key))) }
    case .sequence(let items):
      for (index, item) in items.enumerated() { add(item, in: slot.inner(.item(index))) }
    case .scalar:
      let names = slot.names
      if !names.isEmpty { add(tokens(from: value.position, to: value.end), as: names) }
    }
  }

  private mutating func add(_ tokens: [NameToken], as names: [NamedThing]) {
    switch names[0] {
    case .dataset, .model: uses += tokens.prefix(1).compactMap(\.cell)
    case .part, .number, .series, .numberOrSeries: uses += tokens.prefix(1).compactMap(\.member)
    case .expectation: uses += tokens.compactMap(\.member)
    case .reported, .parameter: break
    }
  }

  /// The words of a stretch of the text that can be names.
  private mutating func tokens(from start: SourcePosition, to end: SourcePosition) -> [NameToken] {
    guard start.line <= end.line else { return [] }
    return (start.line...end.line).flatMap { number -> [NameToken] in
      if line.number != number { line = (number, Array(notebook.lines[number].unicodeScalars)) }
      let first = number == start.line ? start.column - 1 : 0
      let last = number == end.line ? end.column - 1 : line.scalars.count
      return first < last ? NameToken.all(of: line.scalars, first..<last, number: number) : []
    }
  }
}
