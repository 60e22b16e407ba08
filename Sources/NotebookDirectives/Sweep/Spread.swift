/// Some numbers by their mean and how far they lie around it.
struct Spread: Sendable, Hashable {
  let count: Int
  let mean: Double
  /// The standard deviation, with n − 1 in the denominator; nil of fewer than two.
  let deviation: Double?
  /// The standard error of the mean.
  var error: Double? { deviation.map { $0 / Double(count).squareRoot() } }

  /// Nil of none.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    count = values.count
    let mean = values.reduce(0, +) / Double(count)
    self.mean = count == 1 ? values[0] : mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : nil
  }
}
