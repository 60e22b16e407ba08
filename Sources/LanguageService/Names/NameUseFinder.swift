import NotebookPlanning
import NotebookSyntax

/// Finds every place where a notebook names its cells: in options that take names, by their declarations, and in the text.
struct NameUseFinder {
  private let notebook: OpenNotebook
  private var uses: [NameUse] = []

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
      let end = SourcePosition(line: reference.position.line, column: .max)
      let name = NameToken.all(in: SourceRange(reference.position, to: end), of: notebook.lines).first
      if let use = name?.member { uses.append(use) }
    }
    for link in prose.links {
      let end = link.position.advanced(by: link.target.unicodeScalars.count + 1)
      let name = NameToken.all(in: SourceRange(link.position, to: end), of: notebook.lines).first
      if let use = name?.target, notebook.scope.symbols[use.label] != nil { uses.append(use) }
    }
  }

  private mutating func add(_ directive: DirectiveBlock) {
    for entry in directive.options where entry.key == CellOptions.label.name {
      // A label that was made out in a body that cannot be read has no place.
      guard let name = tokens(of: entry.value).first, var use = name.cell else { continue }
      use.isDefinition = true
      uses.append(use)
    }
    for entry in directive.options where entry.key == CellOptions.caption.name { addCaption(entry.value) }
    guard let topic = notebook.topic(directive.keyword) else { return }
    for entry in directive.options { add(entry.value, [.key(entry.key)], in: topic) }
  }

  private mutating func addCaption(_ value: YAMLValue) {
    for token in tokens(of: value) {
      let use = token.before.hasSuffix("{{") ? token.member : token.before.hasSuffix("(#") ? token.target : nil
      if let use { uses.append(use) }
    }
  }

  private mutating func add(_ value: YAMLValue, _ path: [OptionPlace.Step], in topic: OptionTopic) {
    switch value.kind {
    case .mapping(let entries):
      for entry in entries { add(entry.value, path + [.key(entry.key)], in: topic) }
    case .sequence(let items):
      for (index, item) in items.enumerated() { add(item, path + [.item(index)], in: topic) }
    case .scalar:
      guard let names = OptionSlot(path, in: topic)?.names, !names.isEmpty else { return }
      add(tokens(of: value), as: names)
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

  private func tokens(of value: YAMLValue) -> [NameToken] {
    NameToken.all(in: SourceRange(value.position, to: value.end), of: notebook.lines)
  }
}
