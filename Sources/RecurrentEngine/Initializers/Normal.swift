package import SeededRandom

/// Normal with mean 0.
package final class Normal: Initializer {
  package let stddev: Double

  package init(stddev: Double) {
    self.stddev = stddev
  }

  package var isUsable: Bool { stddev >= 0 && Float(stddev).isFinite }

  package func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float] {
    (0..<rows * columns).map { _ in Float(stddev * stream.normal()) }
  }
}
