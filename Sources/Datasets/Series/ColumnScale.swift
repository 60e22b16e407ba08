/// The mean and the deviation of numbers, by which others are measured.
package struct ColumnScale: Sendable, Hashable {
  package let mean: Double
  /// The root of the mean squared difference from the mean; 1 where all numbers are equal.
  package let deviation: Double

  /// Measures numbers, added in their order.
  package init(of numbers: ArraySlice<Double>) {
    guard let first = numbers.first, numbers.contains(where: { $0 != first }) else {
      (mean, deviation) = (numbers.first ?? 0, 1)
      return
    }
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    self.mean = mean
    self.deviation = deviation > 0 ? deviation : 1
  }

  /// A number in deviations from the mean; the largest that there is where it lies beyond.
  package func scaled(_ number: Double) -> Float {
    let bound = Double(Float.greatestFiniteMagnitude)
    return Float(min(max((number - mean) / deviation, -bound), bound))
  }
}
