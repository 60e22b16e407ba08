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
