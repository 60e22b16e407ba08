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
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: String? = nil
  ) {
    report(Diagnostic(identifier, at: position, message, suggestion: suggestion))
  }

  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Reads a mapping as the options of a group, all of them whatever else is wrong.
  package mutating func nested<Group: NestedOptions>(
    _ value: YAMLValue, as group: Group.Type, at place: SourcePosition? = nil
  ) -> NestedValue<Group.Made>? {
    let entries: [YAMLEntry]
    switch value.kind {
    case .mapping(let written): entries = written
    case .scalar("", isQuoted: false): entries = []
    default:
      report(.wrongType, at: value.position, "\(group.owner) takes a mapping of options, not \(value.kindName)")
      return nil
    }
    var values = OptionValues(
      decoding: entries, by: group.options, owner: group.owner, position: value.position, scope: scope)
    let made = values.hasErrors ? nil : group.make(&values)
    values.finish()
    for diagnostic in values.diagnostics { report(diagnostic) }
    guard let made, !values.hasErrors else { return nil }
    return NestedValue(made, of: group, from: values, at: place ?? value.position)
  }
}
