import LanguageService

extension ClientDocument {
  /// What can be written at a place.
  func completions(at place: ClientPosition, for client: ClientManner) -> CompletionResult? {
    guard let found = notebook?.completions(at: client.encoding.position(place, in: lines)) else { return nil }
    let range = client.encoding.range(found.range, in: lines)
    let items = found.items.enumerated().map { index, item in
      CompletionResult.Item(item, at: index, in: range, for: client)
    }
    return CompletionResult(isIncomplete: found.isCut, items: items)
  }
}

extension CompletionResult.Item {
  fileprivate init(_ completion: Completion, at index: Int, in range: ClientRange, for client: ClientManner) {
    let snippet = client.takesSnippets ? completion.divided : nil
    // Those that are needed first, then in the order in which they are declared.
    let digits = String(1000 + index).dropFirst()
    self.init(
      label: completion.name, kind: completion.kind.number, detail: completion.detail,
      documentation: completion.summary.map { Documentation(MarkupContent([$0], as: client.documentationKind)) },
      sortText: (completion.isRequired ? "0" : "1") + digits, insertTextFormat: snippet == nil ? 1 : 2,
      textEdit: ClientEdit(
        range: range,
        newText: snippet.map { "\($0.before.asSnippet)$0\($0.after.asSnippet)" } ?? completion.text))
  }
}

extension Completion.Kind {
  /// What the protocol calls it.
  fileprivate var number: Int {
    switch self {
    case .directive: 14  // a keyword
    case .option: 10  // a property
    case .kind: 7  // a class
    case .word: 12  // a value
    case .label: 18  // a reference
    case .measurement: 5  // a field
    case .parameter: 6  // a variable
    }
  }
}

extension String {
  /// As it stands in a text in which `$0` is the place of the cursor.
  fileprivate var asSnippet: String {
    reduce(into: "") { text, character in
      if "\\$}".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
