package import NotebookSyntax

/// What a cell that ran has to show and to tell.
package struct CellResult: Sendable, Hashable, Codable {
  package var outputs: [CellOutput] = []
  /// Numbers that later cells and the prose can name, in the order to list them.
  package var fields: [Field] = []
  /// What was measured again and again.
  package var series: [RecordedSeries] = []
  package var expectations: [ExpectationResult] = []
  /// What the reader must know before trusting the numbers, such as data that stand in for others.
  package var notices: [String] = []
  /// What data the numbers rest on.
  package var provenance: [Provenance] = []
  /// What is to lie beside the page.
  package var files: [ResultFile] = []

  package init(
    outputs: [CellOutput] = [], fields: [Field] = [], series: [RecordedSeries] = [],
    expectations: [ExpectationResult] = [], notices: [String] = [], provenance: [Provenance] = [],
    files: [ResultFile] = []
  ) {
    self.outputs = outputs
    self.fields = fields
    self.series = series
    self.expectations = expectations
    self.notices = notices
    self.provenance = provenance
    self.files = files
  }

  /// Whether an expectation or a comparison of this cell failed.
  package var hasFailedExpectation: Bool {
    expectations.contains { $0.outcome == .failed }
      || outputs.contains { if case .comparison(let comparison) = $0 { !comparison.differing.isEmpty } else { false } }
  }
}

/// A named number that a cell leaves behind.
package struct Field: Sendable, Hashable, Codable {
  package let name: String
  package let quantity: Quantity

  package init(_ name: String, _ quantity: Quantity) {
    self.name = name
    self.quantity = quantity
  }
}

/// An expectation with what was measured.
package struct ExpectationResult: Sendable, Hashable, Codable {
  package enum Outcome: Sendable, Hashable, Codable {
    case held
    case failed
    /// With the reason, a phrase that follows "because".
    case notChecked(because: String)
  }

  /// As written, such as `test.accuracy >= 0.945`.
  package let text: String
  package let measured: Quantity
  package let outcome: Outcome
  package let position: SourcePosition

  package init(text: String, measured: Quantity, outcome: Outcome, position: SourcePosition) {
    self.text = text
    self.measured = measured
    self.outcome = outcome
    self.position = position
  }
}

/// A data set by name with the digest of its contents.
package struct Provenance: Sendable, Hashable, Codable {
  package let name: String
  /// SHA-256 in hexadecimal.
  package let digest: String

  package init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

/// Why a cell could not finish.
package struct CellFailure: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case failed
    /// The user asked to stop.
    case interrupted
  }

  package let kind: Kind
  package let message: String
  package let suggestion: String?

  /// The message, and what would help.
  package var text: String { suggestion.map { "\(message); \($0)" } ?? message }

  package init(_ message: String, suggestion: String? = nil, kind: Kind = .failed) {
    self.kind = kind
    self.message = message
    self.suggestion = suggestion
  }
}
