package import SeededRandom

/// Orthonormal rows, or columns where there are more rows than columns.
package final class Orthogonal: Initializer {
  package init() {}

  package func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    let vectors = orthonormalVectors(min(rows, columns), length: max(rows, columns), from: &stream)
    return (0..<rows * columns).map { place in
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      return Float(rows <= columns ? vectors[row][column] : vectors[column][row])
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
}
