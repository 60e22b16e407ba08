package import NotebookSyntax

/// Reads a directive's options by the schema that the reading itself is: what is asked for is known, everything else is a mistake.
package struct OptionReader {
  /// Whose options these are, as a message names them: `{train}` or `adam`.
  package let owner: String
  /// Where a missing key is reported.
  package let position: SourcePosition
  package let scope: PlanScope
  private let entries: [YAMLEntry]
  private var knownKeys: [String] = []
  /// What is needed and not there, by the keys that would do.
  private var missing: [(keys: [String], diagnostic: Diagnostic)] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(owner: String, position: SourcePosition, entries: [YAMLEntry], scope: PlanScope) {
    self.owner = owner
    self.position = position
    self.entries = entries
    self.scope = scope
  }

  package var hasErrors: Bool { !missing.isEmpty || diagnostics.contains { $0.severity == .error } }

  /// The value of a key, which is from now on one that the owner knows.
  package mutating func value(_ key: String) -> YAMLValue? {
    if !knownKeys.contains(key) { knownKeys.append(key) }
    return entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there.
  package mutating func required(_ key: String, suggestion: String? = nil) -> YAMLValue? {
    if let value = value(key) { return value }
    reportMissing([key], "\(owner) needs '\(key)'", suggestion: suggestion)
    return nil
  }

  /// Reports that one of these keys is needed, unless a misspelt one turns out to be it.
  package mutating func reportMissing(_ keys: [String], _ message: String, suggestion: String?) {
    missing.append((keys, Diagnostic(.missingKey, at: position, message, suggestion: suggestion)))
  }

  /// Where a key is written, for messages about what it means.
  package func place(of key: String) -> SourcePosition {
    entries.first { $0.key == key }?.value.position ?? position
  }

  package func isGiven(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The keys as written, in order.
  package var keys: [YAMLEntry] { entries }

  /// Reports every key that was never asked for.
  package mutating func finish() {
    for entry in entries where !knownKeys.contains(entry.key) {
      missing.removeAll { Spelling.nearest(to: entry.key, among: $0.keys) != nil }
      report(
        .unknownKey, at: entry.keyPosition, "\(owner) has no key '\(entry.key)'",
        suggestion: Spelling.suggestion(for: entry.key, among: knownKeys))
    }
    diagnostics += missing.map(\.diagnostic)
    missing = []
  }

  package mutating func report(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: String? = nil
  ) {
    report(Diagnostic(identifier, at: position, message, suggestion: suggestion))
  }

  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Reads the entries of a mapping as options of their own.
  package mutating func nested<Result>(
    _ value: YAMLValue, owner: String, _ read: (inout OptionReader) -> Result?
  ) -> Result? {
    let entries: [YAMLEntry]
    switch value.kind {
    case .mapping(let written): entries = written
    case .scalar("", isQuoted: false): entries = []
    default:
      report(.wrongType, at: value.position, "\(owner) takes a mapping of options, not \(value.kindName)")
      return nil
    }
    var reader = OptionReader(owner: owner, position: value.position, entries: entries, scope: scope)
    let result = read(&reader)
    reader.finish()
    diagnostics += reader.diagnostics
    return reader.hasErrors ? nil : result
  }
}
