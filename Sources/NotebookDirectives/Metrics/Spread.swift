/// Some numbers by their mean and how far they lie around it.
struct Spread: Sendable, Hashable {
  let count: Int
  let mean: Double
  /// The sum of squares over n − 1; nil of fewer than two.
  private let variance: Double?
  /// The standard deviation, with n − 1 in the denominator.
  var deviation: Double? { variance.map { $0.squareRoot() } }
  /// The standard error of the mean.
  var error: Double? { variance.map { ($0 / Double(count)).squareRoot() } }

  /// Nil of none.
  init?(_ values: [Double]) {
    guard let first = values.first else { return nil }
    count = values.count
    let mean = values.count == 1 ? first : values.reduce(0, +) / Double(values.count)
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    variance = values.count > 1 ? squares / Double(values.count - 1) : nil
  }
}
