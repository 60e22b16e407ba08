/// Every example of a set once, some at a time.
///
/// Examples that stand alone come in their order. A running sequence is cut into streams, of which the last may be shorter than the others
/// and then ends first; with five examples and two rows:
///
///     0 3 | 1 4 | 2
package struct ExampleWalk: Sequence, Sendable {
  /// Examples to look at together.
  package struct Draw: Sendable, Hashable {
    package let indices: [Int]
    /// Whether each row goes on where the same row of the draw before ended.
    package let goesOn: Bool
  }

  private let indices: [Int]
  private let rows: Int
  /// The examples of each stream, or nothing when examples stand alone.
  private let length: Int?

  /// Walks through a whole set, or through some examples that stand alone.
  ///
  /// - Parameters:
  ///   - indices: The examples that are wanted.
  ///   - rows: The most at a time.
  ///   - isRunning: Whether each goes on where the one before it ended.
  package init(_ indices: [Int], rows: Int, isRunning: Bool) {
    precondition(rows > 0, "a draw has at least one row")
    self.indices = indices
    self.rows = rows
    length = isRunning ? Swift.max(1, (indices.count + rows - 1) / rows) : nil
  }

  package func makeIterator() -> AnyIterator<Draw> {
    var number = 0
    return AnyIterator {
      defer { number += 1 }
      let places =
        if let length {
          number < length ? Array(stride(from: number, to: indices.count, by: length)) : []
        } else {
          Array(Swift.min(number * rows, indices.count)..<Swift.min((number + 1) * rows, indices.count))
        }
      guard !places.isEmpty else { return nil }
      return Draw(indices: places.map { indices[$0] }, goesOn: length != nil && number > 0)
    }
  }
}
