/// Something that can be written where the cursor is.
package struct Completion: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case directive
    case option
    /// A layer, an optimizer, an initial value …
    case kind
    /// One of the words that an option takes.
    case word
    case label
    case measurement
    case parameter
  }

  /// As it is offered.
  package let name: String
  package let kind: Kind
  /// What it takes or what it is, in a few words.
  package var detail: String?
  /// What it is, in a sentence, as CommonMark.
  package var summary: String?
  /// What is written in place of the word at the cursor.
  package var text: String
  /// The same for an editor that can put the cursor elsewhere than at its end: what stands before the cursor and after it.
  package var divided: Divided?
  /// Those that are needed come before others.
  package var isRequired = false

  package struct Divided: Sendable, Hashable {
    package let before: String
    package let after: String
  }

  init(_ name: String, _ kind: Kind, detail: String? = nil, summary: String? = nil, text: String? = nil) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.summary = summary
    self.text = text ?? name
  }
}

/// All that can be written at a place.
package struct Completions: Sendable, Hashable {
  package let items: [Completion]
  /// What they take the place of.
  package let range: SourceRange
  /// Whether there are more, which another letter would bring.
  package let isCut: Bool

  /// More are not shown to anybody.
  private static let most = 400

  init(_ items: [Completion], in range: SourceRange, prefix: String) {
    // An editor sorts and picks by itself, unless there are too many for it to be sent.
    let fitting = items.count > Self.most ? items.filter { $0.name.hasPrefix(prefix) } : items
    self.items = Array(fitting.prefix(Self.most))
    self.range = range
    isCut = items.count > Self.most
  }
}
