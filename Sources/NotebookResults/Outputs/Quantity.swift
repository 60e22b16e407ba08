/// A measured or stated number with what it is, from which its printed form follows.
package enum Quantity: Sendable, Hashable, Codable {
  /// A whole number, shown with thousands separators.
  case count(Int)
  /// A share from 0 to 1, shown with four decimals.
  case fraction(Double)
  /// A loss or another real number, shown with four decimals.
  case real(Double)
  /// A number as the user wrote it, such as a learning rate.
  case written(String, Double)

  package var number: Double {
    switch self {
    case .count(let count): Double(count)
    case .fraction(let number), .real(let number), .written(_, let number): number
    }
  }
}
