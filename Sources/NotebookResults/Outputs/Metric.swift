/// A quantity by which a model is judged.
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
  package let isLargerBetter: Bool
  /// Whether a chart that shows it among other lines is labelled with its name.
  package let namesAxis: Bool

  package init(name: String, form: Form, isLargerBetter: Bool, namesAxis: Bool) {
    self.name = name
    self.form = form
    self.isLargerBetter = isLargerBetter
    self.namesAxis = namesAxis
  }

  /// The name in words.
  package var title: String { name.split(separator: "_").joined(separator: " ") }

  package func quantity(_ value: Double) -> Quantity {
    switch form {
    case .fraction: .fraction(value)
    case .real: .real(value)
    }
  }

  /// The best of some values; nil when there is none.
  package func best(of values: [Double]) -> Double? { isLargerBetter ? values.max() : values.min() }
}
