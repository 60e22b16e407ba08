package import SeededRandom

/// Uniform in ±√(6 / (rows + columns)).
package final class GlorotUniform: Initializer {
  package init() {}

  package func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    let limit = (6 / Double(rows + columns)).squareRoot()
    return (0..<rows * columns).map { _ in Float((2 * stream.uniformDouble() - 1) * limit) }
  }
}
