import SeededRandom

extension Initializer {
  /// A matrix of initial values, row-major.
  func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    let count = rows * columns
    switch self {
    case .glorotUniform:
      let limit = (6 / Double(rows + columns)).squareRoot()
      return (0..<count).map { _ in Float((2 * stream.uniformDouble() - 1) * limit) }
    case .heNormal:
      let deviation = (2 / Double(rows)).squareRoot()
      return (0..<count).map { _ in Float(deviation * stream.normal()) }
    case .normal(let deviation):
      return (0..<count).map { _ in Float(deviation * stream.normal()) }
    case .constant(let value):
      return Array(repeating: Float(value), count: count)
    case .orthogonal:
      let vectors = orthonormalVectors(min(rows, columns), length: max(rows, columns), from: &stream)
      return (0..<count).map { place in
        let (row, column) = place.quotientAndRemainder(dividingBy: columns)
        return Float(rows <= columns ? vectors[row][column] : vectors[column][row])
      }
    }
  }
}

/// Draws normal vectors and makes them orthonormal one after the other (Gram and Schmidt, twice): Q of the QR factors with diag R > 0.
private func orthonormalVectors(_ count: Int, length: Int, from stream: inout RandomStream) -> [[Double]] {
  var vectors: [[Double]] = []
  for _ in 0..<count {
    var vector = (0..<length).map { _ in stream.normal() }
    for _ in 0..<2 {
      for other in vectors {
        let overlap = dotProduct(vector, other)
        for place in 0..<length { vector[place] -= overlap * other[place] }
      }
    }
    let norm = dotProduct(vector, vector).squareRoot()
    vectors.append(vector.map { $0 / norm })
  }
  return vectors
}

private func dotProduct(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for (a, b) in zip(left, right) { sum += a * b }
  return sum
}
