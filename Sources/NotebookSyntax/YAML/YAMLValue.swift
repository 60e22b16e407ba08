/// A YAML value as written, with the place of every node; what a scalar means is for the schema that reads it.
package struct YAMLValue: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLValue])
    case mapping([YAMLEntry])
  }

  package let kind: Kind
  package let position: SourcePosition
  /// The place after its last character.
  package let end: SourcePosition
  /// Whether it could not be read, which has been reported: nothing more is wrong with it.
  package let isUnreadable: Bool

  package init(_ kind: Kind, at position: SourcePosition, to end: SourcePosition? = nil, isUnreadable: Bool = false) {
    self.kind = kind
    self.position = position
    self.end = end ?? position
    self.isUnreadable = isUnreadable
  }

  /// What kind of value this is, in a user's words.
  package var kindName: String {
    switch kind {
    case .scalar(let text, let isQuoted):
      text.isEmpty && !isQuoted ? "nothing" : "'\(text.count > 40 ? text.prefix(40) + "…" : text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key of a mapping with its value.
package struct YAMLEntry: Sendable, Hashable {
  package let key: String
  package let keyPosition: SourcePosition
  /// The place after the key.
  package let keyEnd: SourcePosition
  package let value: YAMLValue

  package init(key: String, keyPosition: SourcePosition, keyEnd: SourcePosition? = nil, value: YAMLValue) {
    self.key = key
    self.keyPosition = keyPosition
    self.keyEnd = keyEnd ?? keyPosition
    self.value = value
  }
}

extension YAMLValue {
  /// How many keys and values it is made of, itself included.
  fileprivate var count: Int {
    switch kind {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries): 1 + entries.nodeCount
    }
  }
}

extension [YAMLEntry] {
  /// How many keys and values they are made of.
  package var nodeCount: Int { reduce(0) { $0 + 1 + $1.value.count } }
}
