/// One thing that is wrong in a notebook, with its place.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  package let severity: Severity
  package let identifier: DiagnosticIdentifier
  package let position: SourcePosition
  /// One phrase that states the rule, without a full stop.
  package let message: String
  /// What would put it right, such as `did you mean 'units'?`.
  package let suggestion: String?

  package init(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String,
    suggestion: String? = nil, severity: Severity = .error
  ) {
    self.severity = severity
    self.identifier = identifier
    self.position = position
    self.message = message
    self.suggestion = suggestion
  }

  /// The line that a terminal and an editor show: `file:line:column: error: message; suggestion [identifier]`.
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
