/// A YAML value as written, with the place of every node; what a scalar means is for the schema that reads it.
package struct YAMLValue: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLValue])
    case mapping([YAMLEntry])
  }

  package let kind: Kind
  package let position: SourcePosition

  package init(_ kind: Kind, at position: SourcePosition) {
    self.kind = kind
    self.position = position
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
  package let value: YAMLValue

  package init(key: String, keyPosition: SourcePosition, value: YAMLValue) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}
