import NotebookResults
package import NotebookSyntax

/// `test.accuracy >= 0.945`, `fit.loss in 0.1..0.3` or `a.accuracy == b.accuracy`.
package struct Expectation: Sendable, Hashable {
  package enum Relation: String, Sendable, Hashable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case unequal = "!="
    case more = ">"
    case less = "<"

    /// What is no number stands in no relation to any.
    func holds(_ left: Double, _ right: Double) -> Bool {
      guard !left.isNaN, !right.isNaN else { return false }
      return switch self {
      case .atLeast: left >= right
      case .atMost: left <= right
      case .equal: left == right
      case .unequal: left != right
      case .more: left > right
      case .less: left < right
      }
    }
  }

  package enum Condition: Sendable, Hashable {
    case number(Relation, Double)
    case field(Relation, FieldReference)
    case range(ClosedRange<Double>)
  }

  package let text: String
  package let measured: FieldReference
  package let condition: Condition
  package let position: SourcePosition
  /// Why it is not checked, when stand-in data make a bound meaningless.
  package let notChecked: String?

  /// Reads one expectation of a cell; reports what is wrong and gives nil.
  static func read(_ value: YAMLValue, of label: String, from options: inout OptionReader) -> Expectation? {
    guard let text = options.text(of: value, as: "an expectation") else { return nil }
    let parts = ExpectationParts(text)
    let condition = parts?.condition(at: value.position)
    guard let parts, let condition, let measured = FieldReference(parts.left, at: value.position) else {
      options.report(
        .malformedExpectation, at: value.position,
        "an expectation reads like 'test.accuracy >= 0.95' or 'fit.loss in 0.1..0.3', not '\(text)'",
        suggestion: parts?.meant(label, knows: { options.scope.hasField($0, $1) }).map {
          Suggestion(writing: $0, for: text)
        })
      return nil
    }
    let isKnown = options.check(measured)
    if case .field(_, let other) = condition, !options.check(other) { return nil }
    guard isKnown else { return nil }
    let isBound = if case .field = condition { false } else { true }
    return Expectation(
      text: text, measured: measured, condition: condition, position: value.position,
      notChecked: isBound ? options.scope.standIn(for: measured.label) : nil)
  }

  /// Holds the expectation against what was measured; one of what was not does not hold.
  func check(against quantity: (FieldReference) -> Quantity?) -> ExpectationResult {
    let measured = quantity(measured) ?? .written("nothing", .nan)
    let holds =
      switch condition {
      case .number(let relation, let bound): relation.holds(measured.number, bound)
      case .range(let range): range.contains(measured.number)
      case .field(let relation, let other):
        quantity(other).map { relation.holds(measured.number, $0.number) } ?? false
      }
    let outcome: ExpectationResult.Outcome =
      notChecked.map { .notChecked(because: $0) } ?? (holds ? .held : .failed)
    return ExpectationResult(text: text, measured: measured, outcome: outcome, position: position)
  }
}
