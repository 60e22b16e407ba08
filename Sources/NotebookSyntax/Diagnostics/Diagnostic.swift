/// One thing that is wrong in a notebook, with its place.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// Another place that has to do with it.
  package struct Related: Sendable, Hashable {
    package let message: String
    package let position: SourcePosition

    package init(_ message: String, at position: SourcePosition) {
      self.message = message
      self.position = position
    }
  }

  package let severity: Severity
  package let identifier: DiagnosticIdentifier
  package let position: SourcePosition
  /// The place after the last character of what is wrong; nil where that is not known.
  package var end: SourcePosition?
  /// One phrase that states the rule, without a full stop.
  package let message: String
  /// What may stand there, as a phrase after "takes".
  package var expected: String?
  /// What would put it right.
  package let suggestion: Suggestion?
  /// The same as a change of the text; nil where that is not known.
  package internal(set) var replacement: Replacement?
  package let related: [Related]

  package init(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, to end: SourcePosition? = nil, _ message: String,
    expected: String? = nil, suggestion: Suggestion? = nil, related: [Related] = [], severity: Severity = .error
  ) {
    self.severity = severity
    self.identifier = identifier
    self.position = position
    self.end = end
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
    self.related = related
  }

  /// The line that an editor reads: `file:line:column: error: message; suggestion [identifier]`.
  package func text(file: String) -> String {
    let hint = suggestion.map { "; \($0)" } ?? ""
    let place = "\(file):\(position.line):\(position.column)"
    return "\(place): \(severity.rawValue): \(message)\(hint) [\(identifier.rawValue)]"
  }
}

/// A value that was made as far as possible, and everything found wrong on the way.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, diagnostics: [Diagnostic]) {
    self.value = value
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Diagnosed: Sendable where Value: Sendable {}
