/// Up to where the outputs of each row say something: to the end of the row where it has an output each time step.
package struct OutputEnds: Sendable {
  private let steps: Int
  private let lengths: [Int]?

  /// The ends of rows.
  ///
  /// - Parameters:
  ///   - lengths: The time steps of each row; nil where all have as many.
  ///   - steps: The outputs of a row (S).
  package init(lengths: [Int]?, steps: Int) {
    self.steps = steps
    self.lengths = steps > 1 ? lengths : nil
  }

  /// How many outputs of a row come before its end.
  package subscript(row: Int) -> Int { lengths?[row] ?? steps }

  /// How many outputs of some rows come before their ends.
  func count(rows: Int) -> Int { lengths?.reduce(0, +) ?? rows * steps }
}
