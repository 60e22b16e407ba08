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

  /// Reads one expectation; reports what is wrong and gives nil.
  static func read(_ value: YAMLValue, from options: inout OptionReader) -> Expectation? {
    guard let text = options.text(of: value, as: "an expectation") else { return nil }
    guard let parts = parts(of: text), let measured = FieldReference(parts.left, at: value.position) else {
      let hint = text.contains("=") && !text.contains("==") ? "write '==' for equality" : nil
      options.report(
        .malformedExpectation, at: value.position,
        "an expectation reads like 'test.accuracy >= 0.95', not '\(text)'", suggestion: hint)
      return nil
    }
    guard options.check(measured), let condition = condition(parts, at: value, from: &options) else { return nil }
    let isBound = if case .field = condition { false } else { true }
    return Expectation(
      text: text, measured: measured, condition: condition, position: value.position,
      notChecked: isBound ? options.scope.standIn(for: measured.label) : nil)
  }

  private static func parts(of text: String) -> (left: String, relation: String, right: String)? {
    for relation in Relation.allCases.map(\.rawValue) + [" in "] {
      guard let found = text.firstRange(of: relation) else { continue }
      return (text[..<found.lowerBound].trimmed, relation.trimmed, text[found.upperBound...].trimmed)
    }
    return nil
  }

  private static func condition(
    _ parts: (left: String, relation: String, right: String), at value: YAMLValue, from options: inout OptionReader
  ) -> Condition? {
    guard let relation = Relation(rawValue: parts.relation) else {
      if let range = OptionReader.range(parts.right) { return .range(range) }
      options.report(
        .malformedExpectation, at: value.position, "after 'in' stands a range such as 0.94..0.97, not '\(parts.right)'")
      return nil
    }
    if let number = OptionReader.number(parts.right) { return .number(relation, number) }
    if let other = FieldReference(parts.right, at: value.position) {
      return options.check(other) ? .field(relation, other) : nil
    }
    options.report(
      .malformedExpectation, at: value.position,
      "after '\(parts.relation)' stands a number or another measurement, not '\(parts.right)'")
    return nil
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
