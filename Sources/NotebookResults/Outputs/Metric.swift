/// A quantity by which a model or its training is judged.
package struct Metric: Sendable, Hashable, Codable {
  /// How its numbers are shown.
  package enum Form: String, Sendable, Hashable, Codable {
    /// A share from 0 to 1.
    case fraction
    case real
  }

  /// As a notebook writes it, such as `bits_per_character`.
  package let name: String
  package let form: Form
  /// Which of two is better; nil where neither is.
  package let isLargerBetter: Bool?

  package init(name: String, form: Form, isLargerBetter: Bool?) {
    self.name = name
    self.form = form
    self.isLargerBetter = isLargerBetter
  }

  /// The name in words.
  package var title: String { name.split(separator: "_").joined(separator: " ") }

  package func quantity(_ value: Double) -> Quantity {
    switch form {
    case .fraction: .fraction(value)
    case .real: .real(value)
    }
  }

  /// Whether a value is better than another; any number is better than none.
  package func isBetter(_ value: Double, than other: Double) -> Bool {
    guard let isLargerBetter, !value.isNaN else { return false }
    return other.isNaN || (isLargerBetter ? value > other : value < other)
  }

  /// The best of some values; nil when none is a number, or none is better than another.
  package func best(of values: [Double]) -> Double? {
    let numbers = values.filter { !$0.isNaN }
    return isLargerBetter.flatMap { $0 ? numbers.max() : numbers.min() }
  }
}
