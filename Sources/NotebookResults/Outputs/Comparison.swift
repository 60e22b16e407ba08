/// Reported figures beside measured ones, each with a verdict.
package struct Comparison: Sendable, Hashable, Codable {
  package struct Row: Sendable, Hashable, Codable {
    /// What is compared, such as `test accuracy after epoch 0`.
    package let subject: String
    /// As the article prints it; nil when it prints none.
    package let reported: Quantity?
    /// Nil when the run did not get as far.
    package let measured: Quantity?
    package let accepted: Acceptance?
    package let verdict: Verdict

    package init(subject: String, reported: Quantity?, measured: Quantity?, accepted: Acceptance?, verdict: Verdict) {
      self = Row(unchecked: subject, reported, measured, accepted, verdict).fitting
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        unchecked: try container.decode(String.self, forKey: .subject),
        try container.decodeIfPresent(Quantity.self, forKey: .reported),
        try container.decodeIfPresent(Quantity.self, forKey: .measured),
        try container.decodeIfPresent(Acceptance.self, forKey: .accepted),
        try container.decode(Verdict.self, forKey: .verdict))
      try checkShape()
    }

    private init(
      unchecked subject: String, _ reported: Quantity?, _ measured: Quantity?, _ accepted: Acceptance?,
      _ verdict: Verdict
    ) {
      self.subject = subject
      self.reported = reported
      self.measured = measured
      self.accepted = accepted
      self.verdict = verdict
    }
  }

  /// What a measured number has to meet.
  package enum Acceptance: Sendable, Hashable, Codable {
    case range(ClosedRange<Double>)
    case tolerance(Double)
  }

  package enum Verdict: Sendable, Hashable, Codable {
    case holds
    case differs
    /// With the reason, a phrase that follows "because".
    case notComparable(because: String)
  }

  package let caption: String
  package let rows: [Row]

  package init(caption: String, rows: [Row]) {
    self.caption = caption
    self.rows = rows
  }

  /// The rows whose measured number is outside what was accepted.
  package var differing: [Row] { rows.filter { $0.verdict == .differs } }
}

extension Comparison.Row: ShapeChecked {
  func checkShape() throws(ShapeProblem) {
    if case .tolerance(let tolerance)? = accepted, !(tolerance >= 0) {
      throw ShapeProblem("a tolerance is not below 0")
    }
  }
}
