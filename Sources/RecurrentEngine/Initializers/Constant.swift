package import SeededRandom

/// The same value everywhere.
package final class Constant: Initializer {
  package let value: Double

  package init(_ value: Double) {
    self.value = value
  }

  package var isUsable: Bool { Float(value).isFinite }

  package func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    Array(repeating: Float(value), count: rows * columns)
  }
}
