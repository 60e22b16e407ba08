/// Some of a network's parameters as an array of another library has them: some rows of a kernel, with their gates in another order.
struct ParameterBlock: Sendable, Hashable {
  /// Where the first row begins among all parameters.
  let offset: Int
  let rows: Int
  /// The columns of a gate (H).
  let units: Int
  /// Which of nbrun's gates stand one after the other.
  let gates: [Int]
  /// Whether the array has the columns as its rows.
  var isTransposed = false

  var columns: Int { units * gates.count }
  var count: Int { rows * columns }

  /// Calls `body` with each place of the array, row by row, the parameter that stands there, and which of the gates in their new order it
  /// belongs to.
  @inline(__always)
  func forEach(_ body: (_ element: Int, _ parameter: Int, _ gate: Int) -> Void) {
    for row in 0..<rows {
      for gate in gates.indices {
        let source = offset + row * columns + gates[gate] * units
        for unit in 0..<units {
          let column = gate * units + unit
          body(isTransposed ? column * rows + row : row * columns + column, source + unit, gate)
        }
      }
    }
  }
}
