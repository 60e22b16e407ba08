import NotebookSyntax

/// What a key was meant to be that its owner does not have.
struct KeyGuess {
  /// The declared key that it seems to be; nil when it seems to be none.
  let meant: String?
  let suggestion: Suggestion?

  /// More keys than these are not listed in a message.
  private static let mostListed = 6

  /// Guesses by the words that others use, by where else such a key belongs, and by its spelling.
  ///
  /// - Parameters:
  ///   - entry: The key with its value.
  ///   - written: All that is written beside it, by key.
  ///   - options: What its owner has.
  ///   - help: What `nbrun help` calls the owner.
  init(_ entry: YAMLEntry, beside written: [String: YAMLValue], among options: [any OptionDeclaration], help: String?) {
    let key = entry.key
    let names = options.map(\.name)
    if let glued = Self.glued(key, among: options) {
      // A colon behind it is not of the words that are replaced.
      let option = "\(glued.name): \(glued.value)"
      let suggestion = Suggestion(writing: option, for: key)
      self.init(
        meant: glued.name,
        suggestion: entry.value.position == entry.keyEnd ? suggestion : suggestion.withoutCorrection)
    } else if let known = options.first(where: { $0.alsoKnownAs.contains(key.lowercased()) }) {
      self.init(meant: known.name, suggestion: Suggestion(meaning: known.name, by: key))
    } else if let place = Self.place(of: entry, beside: written, below: options, byName: true) {
      self.init(meant: nil, suggestion: Suggestion(place))
    } else if let phrase = AbsentFeature.phrase(for: key) {
      self.init(meant: nil, suggestion: Suggestion(phrase))
    } else if let nearest = Spelling.nearest(to: key, among: names) {
      self.init(meant: nearest, suggestion: Suggestion(meaning: nearest, by: key))
    } else if let place = Self.place(of: entry, beside: written, below: options, byName: false) {
      self.init(meant: nil, suggestion: Suggestion(place))
    } else if names.count > Self.mostListed, let help {
      self.init(meant: nil, suggestion: "'nbrun help \(help)' lists its keys")
    } else {
      self.init(meant: nil, suggestion: Spelling.suggestion(for: key, among: names))
    }
  }

  private init(meant: String?, suggestion: Suggestion?) {
    self.meant = meant
    self.suggestion = suggestion
  }

  /// A key and a value without the colon and blank between them, as in `{units 8}` or `{units:8}`.
  private static func glued(
    _ key: String, among options: [any OptionDeclaration]
  ) -> (name: String, value: String)? {
    guard let sign = key.firstIndex(where: { " :=".contains($0) }) else { return nil }
    let word = key[..<sign].lowercased()
    let value = key[sign...].drop { " :=".contains($0) }
    guard !value.isEmpty, let option = options.first(where: { $0.name == word || $0.alsoKnownAs.contains(word) }) else {
      return nil
    }
    return (option.name, String(value))
  }

  /// Where a key belongs that stands too far out.
  private static func place(
    of entry: YAMLEntry, beside written: [String: YAMLValue], below options: [any OptionDeclaration], byName: Bool
  ) -> String? {
    for option in options {
      let word = written[option.name]?.kindWord
      let topics = option.form.topics.sorted { ($0.name == word ? 0 : 1) < ($1.name == word ? 0 : 1) }
      if byName, let topic = topics.first(where: { $0.name == entry.key && !$0.isGroup }) {
        return
          "write '\(option.name): \(topic.options.contains(where: \.isRequired) ? "{\(topic.name): {…}}" : topic.name)'"
      }
      for topic in topics {
        let found = topic.options.first {
          byName ? $0.name == entry.key : $0.alsoKnownAs.contains(entry.key.lowercased())
        }
        guard let found else { continue }
        let inner = topic.text(with: [ExampleOption(found.name, entry.value.shortText)])
        return option.form.isList
          ? "it belongs to one of '\(option.name)', as in \(inner)" : "write '\(option.name): \(inner)'"
      }
    }
    return nil
  }
}

extension YAMLValue {
  /// A scalar as it is written, for an example.
  fileprivate var shortText: String {
    if case .scalar(let text, _) = kind, !text.isEmpty, text.count <= 20 { text } else { "…" }
  }

  /// The kind that a value asks for: `adam` in `adam` and in `adam: {…}`.
  fileprivate var kindWord: String? {
    switch kind {
    case .scalar(let text, _): text
    case .mapping(let entries): entries.first?.key
    case .sequence: nil
    }
  }
}

extension OptionForm {
  fileprivate var isList: Bool {
    switch self {
    case .list: true
    case .either(let forms): forms.contains { $0.isList }
    default: false
    }
  }
}
