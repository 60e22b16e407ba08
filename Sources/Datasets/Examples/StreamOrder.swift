/// The order in which a training walks along a running sequence that is cut into as many streams as a batch has rows.
///
/// Row b of each draw is the example that follows row b of the draw before, so that a network's states can be carried on. Of B streams
/// each has count / B examples; those that are left over at the end are not drawn. With six examples and two rows:
///
///     draw     0  1  2 | 3 …      (a new epoch)
///     row 0    0  1  2 | 0
///     row 1    3  4  5 | 3
package struct StreamOrder: Sendable, Hashable {
  /// How many examples there are.
  package let count: Int
  package let rows: Int
  package private(set) var epochsCompleted: Int
  /// How many examples of each stream have been drawn in the current epoch.
  package private(set) var position: Int

  /// Makes the order of the examples of one running sequence.
  ///
  /// - Parameters:
  ///   - count: How many examples there are, at least one for each row.
  ///   - rows: How many streams there are.
  ///   - place: Where to go on.
  package init(count: Int, rows: Int, at place: OrderPlace = OrderPlace()) {
    precondition(rows > 0 && count >= rows, "every stream has an example")
    self.count = count
    self.rows = rows
    epochsCompleted = place.epochsCompleted
    position = place.position
    precondition(epochsCompleted >= 0 && 0...length ~= position, "a position lies within an epoch")
  }

  /// The examples of each stream, which are the draws of an epoch.
  package var length: Int { count / rows }
}

extension StreamOrder: ExampleOrder {
  package var place: OrderPlace { OrderPlace(epochsCompleted: epochsCompleted, position: position) }

  package var goesOn: Bool { 0 < position && position < length }

  package mutating func next(filling indices: inout [Int]) {
    precondition(indices.count == rows, "a draw has an example of each stream")
    if position == length {
      epochsCompleted += 1
      position = 0
    }
    for row in indices.indices { indices[row] = row * length + position }
    position += 1
  }
}
