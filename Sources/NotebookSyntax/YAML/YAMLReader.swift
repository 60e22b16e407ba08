internal import Yams

/// Reads the YAML of front matter and directive bodies into located values: the one file that knows Yams.
struct YAMLReader {
  /// Translates a place in the YAML text, counted from 1, to one in the file.
  let place: (_ line: Int, _ column: Int) -> SourcePosition
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether entries are missing because the text could not be read.
  private(set) var isIncomplete = false

  /// Deeper nesting than any directive has use for; reading is recursive.
  private static let maximumDepth = 20
  /// Few enough that they cannot stand for many nodes.
  private static let maximumAliases = 16

  init(place: @escaping (_ line: Int, _ column: Int) -> SourcePosition) {
    self.place = place
  }

  /// The entries of a mapping; none when the text is empty or wrong.
  mutating func entries(of text: String) -> [YAMLEntry] {
    guard isFitForYAML(text) else {
      isIncomplete = true
      return []
    }
    do {
      let parser = try Parser(yaml: text)
      // The parser owns the anchors of the nodes: they are looked at while it lives.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return [] }
        return rootEntries(root)
      }
    } catch {
      report(error)
      isIncomplete = true
      return []
    }
  }

  /// Whether the text can be given to Yams; reports what cannot.
  private mutating func isFitForYAML(_ text: String) -> Bool {
    if Self.isNestedTooDeeply(text) {
      report(.yamlSyntax, at: place(1, 1), "YAML is nested at most \(Self.maximumDepth) levels deep")
    } else if Self.aliases(in: text) > Self.maximumAliases {
      report(.yamlAnchor, at: place(1, 1), "anchors and aliases are not part of the notebook language")
    } else if let stray = StrayCharacter.first(in: text) {
      report(
        .yamlSyntax, at: place(stray.line, stray.column), stray.message, suggestion: "write an ordinary space instead")
    } else {
      return true
    }
    return false
  }

  private mutating func rootEntries(_ root: Node) -> [YAMLEntry] {
    let value = value(root)
    switch value.kind {
    case .mapping(let entries): return entries
    case .scalar("", isQuoted: false): return []
    default:
      isIncomplete = true
      report(
        .wrongType, at: value.position, "options are written as 'key: value' lines, not as \(value.kindName)",
        suggestion: Self.hasEqualsSign(value) ? "write ':' instead of '='" : nil)
      return []
    }
  }

  private mutating func value(_ node: Node, isKey: Bool = false) -> YAMLValue {
    let position = position(of: node)
    if node.anchor != nil {
      report(.yamlAnchor, at: position, "anchors and aliases are not part of the notebook language")
      // Aliases of aliases may stand for more nodes than can ever be looked at.
      if node.scalar == nil {
        isIncomplete = true
        return YAMLValue(.scalar("", isQuoted: false), at: position)
      }
    }
    switch node {
    case .scalar(let scalar):
      // Looking for double keys, Yams has given every key the tag of its type; a quoted scalar has one as well.
      let isQuoted = scalar.style != .plain && scalar.style != .any
      let isResolved = (isKey || isQuoted) && scalar.tag.description.hasPrefix("tag:yaml.org,2002:")
      if !isResolved { refuseTag(scalar.tag, at: position) }
      return YAMLValue(.scalar(scalar.string, isQuoted: isQuoted), at: position)
    case .sequence(let sequence):
      refuseTag(sequence.tag, at: position)
      return YAMLValue(.sequence(sequence.map { value($0) }), at: position)
    case .mapping(let mapping):
      refuseTag(mapping.tag, at: position)
      return YAMLValue(.mapping(mapping.compactMap { entry(key: $0.key, value: $0.value) }), at: position)
    case .alias:
      report(.yamlAnchor, at: position, "anchors and aliases are not part of the notebook language")
      return YAMLValue(.scalar("", isQuoted: false), at: position)
    }
  }

  private mutating func entry(key: Node, value node: Node) -> YAMLEntry? {
    guard let name = key.scalar?.string else {
      report(.wrongType, at: position(of: key), "a key is a word, not a list or mapping")
      isIncomplete = true
      return nil
    }
    return YAMLEntry(key: name, keyPosition: value(key, isKey: true).position, value: value(node))
  }

  private func position(of node: Node) -> SourcePosition {
    node.mark.map { place($0.line, $0.column) } ?? place(1, 1)
  }

  private mutating func refuseTag(_ tag: Tag, at position: SourcePosition) {
    let name = tag.description
    guard !name.isEmpty else { return }
    report(.yamlTag, at: position, "the tag '\(name)' is not part of the notebook language")
  }

  /// How many words begin with the mark of an alias, as far as any anchor is declared.
  private static func aliases(in text: String) -> Int {
    let words = text.split { " \n,[]{}".contains($0) }
    guard words.contains(where: { $0.first == "&" }) else { return 0 }
    return words.count { $0.first == "*" && $0.count > 1 }
  }

  private static func hasEqualsSign(_ value: YAMLValue) -> Bool {
    if case .scalar(let text, _) = value.kind { text.contains("=") } else { false }
  }

  /// Whether brackets or indentation go deeper than reading may recurse; quotes are not looked at, for a body has no use for so many.
  private static func isNestedTooDeeply(_ text: String) -> Bool {
    var open = 0
    var deepest = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      default: continue
      }
      deepest = max(deepest, open)
    }
    let indentation = SourceLines(text).widest { $0 == " " || $0 == "-" || $0 == "?" }
    return deepest > maximumDepth || indentation > 2 * maximumDepth
  }
}

extension YAMLReader {
  private mutating func report(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: String? = nil
  ) {
    diagnostics.append(Diagnostic(identifier, at: position, message, suggestion: suggestion))
  }

  private mutating func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      report(.yamlSyntax, at: place(mark.line, mark.column), "this is not YAML: \(problem)")
    case .composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      report(
        isAlias ? .yamlAnchor : .yamlSyntax, at: place(mark.line, mark.column),
        isAlias ? "anchors and aliases are not part of the notebook language" : "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(
        .yamlDuplicateKey, at: place(context.mark.line, context.mark.column),
        "a key stands once in a mapping, but \(Spelling.list(duplicates)) stands more often")
    case .reader(let problem, _, _, _):
      report(.yamlSyntax, at: place(1, 1), "this is not YAML: \(problem)")
    default:
      report(.yamlSyntax, at: place(1, 1), "this is not YAML")
    }
  }
}
