package import SeededRandom

/// Normal with variance 2 / rows.
package final class HeNormal: Initializer {
  package init() {}

  package func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    Normal(stddev: (2 / Double(rows)).squareRoot()).values(rows: rows, columns: columns, from: &stream)
  }
}
