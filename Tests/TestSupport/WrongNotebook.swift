package import NotebookSyntax
package import Testing

/// A notebook in which something is wrong, with everything that is to be said about it.
package struct WrongNotebook: Sendable, CustomTestStringConvertible {
  /// A diagnostic as far as a test cares.
  package struct Expected: Sendable {
    package let identifier: DiagnosticIdentifier
    /// The digit of its mark.
    let mark: Int
    let message: String?
    let suggestion: String?

    /// Expects a diagnostic at a mark; a message or suggestion that is not given may be any.
    package static func at(
      _ mark: Int, _ identifier: DiagnosticIdentifier, _ message: String? = nil, suggestion: String? = nil
    ) -> Expected {
      Expected(identifier: identifier, mark: mark, message: message, suggestion: suggestion)
    }
  }

  /// What is wrong, in words.
  package let testDescription: String
  package let source: MarkedNotebook
  package let expected: [Expected]

  package init(_ description: String, _ source: String, _ expected: Expected...) {
    self.init(description, source, expected)
  }

  package init(_ description: String, _ source: String, _ expected: [Expected]) {
    testDescription = description
    self.source = MarkedNotebook(source)
    self.expected = expected
  }

  package var identifiers: Set<DiagnosticIdentifier> { Set(expected.map(\.identifier)) }

  /// Holds what was found against what is expected: the same diagnostics, none missing, none besides, in the order of the file.
  package func check(_ found: [Diagnostic], sourceLocation: SourceLocation = #_sourceLocation) {
    let listing = found.map { $0.text(file: "notebook.md") }.joined(separator: "\n")
    let summary = found.map { "\($0.position.line):\($0.position.column) \($0.identifier.rawValue)" }
    let wanted = expected.map { "\(source[$0.mark].line):\(source[$0.mark].column) \($0.identifier.rawValue)" }
    #expect(summary == wanted, "found:\n\(listing)", sourceLocation: sourceLocation)
    for (diagnostic, expected) in zip(found, expected) {
      if let message = expected.message { #expect(diagnostic.message == message, sourceLocation: sourceLocation) }
      if let suggestion = expected.suggestion {
        #expect(diagnostic.suggestion?.phrase == suggestion, sourceLocation: sourceLocation)
      }
    }
  }
}
