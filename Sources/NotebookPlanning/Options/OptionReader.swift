package import NotebookSyntax

/// Reads values as written in a directive and collects what is wrong with them.
package struct OptionReader {
  /// Whose options these are, as a message names them: `{train}` or `'adam'`.
  package let owner: String
  /// Where a missing key is reported.
  package let position: SourcePosition
  package let scope: PlanScope
  package private(set) var diagnostics: [Diagnostic] = []

  package init(owner: String, position: SourcePosition, scope: PlanScope) {
    self.owner = owner
    self.position = position
    self.scope = scope
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package mutating func report(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: Suggestion? = nil,
    related: [Diagnostic.Related] = []
  ) {
    report(Diagnostic(identifier, at: position, message, suggestion: suggestion, related: related))
  }

  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Says of each wrong value since then what is taken in its place, unless a group inside says it already.
  mutating func expect(_ phrase: @autoclosure () -> String, since first: Int) {
    lazy var expected = phrase().replacing("`", with: "'")
    for index in diagnostics.indices.dropFirst(first) where diagnostics[index].expected == nil {
      switch diagnostics[index].identifier {
      case .wrongType, .outOfRange, .unknownName: diagnostics[index].expected = expected
      default: continue
      }
    }
  }

  /// Reads a mapping as the options of a group, all of them whatever else is wrong.
  package mutating func nested<Group: NestedOptions>(
    _ value: YAMLValue, as group: Group.Type, named name: String? = nil, at place: SourcePosition? = nil
  ) -> NestedValue<Group.Made>? {
    if value.isUnreadable { return nil }
    let entries: [YAMLEntry]
    switch value.kind {
    case .mapping(let written): entries = written
    case .scalar("", isQuoted: false): entries = []
    default:
      report(
        .wrongType, at: value.position, "\(group.owner) takes a mapping of options, not \(value.kindName)",
        suggestion: Self.mapping(for: value, of: group.options))
      return nil
    }
    var values = OptionValues(
      decoding: entries, by: group.options, owner: group.owner,
      help: name ?? (group as? any KindSpelling.Type)?.keyword,
      position: value.position, scope: scope)
    group.check(&values)
    let made = values.hasErrors ? nil : group.make(&values)
    values.finish()
    for diagnostic in values.diagnostics { report(diagnostic) }
    guard let made, !values.hasErrors else { return nil }
    return NestedValue(made, of: group, from: values, at: place ?? value.position)
  }

  /// How a number alone is written as the one option that it must be meant for: `{units: 8}`.
  private static func mapping(for value: YAMLValue, of options: [any OptionDeclaration]) -> Suggestion? {
    guard case .scalar(let text, isQuoted: false) = value.kind, number(text) != nil else { return nil }
    let required = options.filter(\.isRequired)
    guard let option = required.isEmpty ? options.first : required.count == 1 ? required[0] : nil else { return nil }
    switch option.form {
    case .integer, .number: return Suggestion(writing: "{\(option.name): \(text)}", for: text)
    default: return nil
    }
  }
}
