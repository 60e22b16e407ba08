import NotebookResults

/// The words of a comparison, the same on the page and on the terminal.
enum ComparisonText {
  static let columns = ["", "reported", "measured", "accepted", "verdict"]

  /// What was measured, if anything was.
  static func text(measured: Quantity?) -> String {
    measured.map(QuantityText.text) ?? "none"
  }

  /// `0.9490–0.9700` or `± 0.02`, in the form of what was measured.
  static func text(_ acceptance: Comparison.Acceptance, like measured: Quantity?) -> String {
    switch acceptance {
    case .range(let range): "\(number(range.lowerBound, like: measured))–\(number(range.upperBound, like: measured))"
    case .tolerance(let tolerance): Int(exactly: tolerance).map { "± \($0)" } ?? "± \(tolerance)"
    }
  }

  static func text(_ verdict: Comparison.Verdict) -> String {
    switch verdict {
    case .holds: "✓ holds"
    case .differs: "✗ differs"
    case .notComparable(let reason): "– not comparable because \(reason)"
    }
  }

  private static func number(_ number: Double, like measured: Quantity?) -> String {
    if case .count = measured, let count = Int(exactly: number) { return QuantityText.text(.count(count)) }
    return QuantityText.real(number)
  }
}
