/// A minibatch to be filled again and again.
package struct Batch: Sendable {
  /// The most rows there may be.
  package let capacity: Int
  package let input: SequenceShape
  /// The rows in use (B).
  package var count: Int
  /// Inputs batch-major, [capacity, T, D]; the first `count` rows are read.
  package var values: [Float]
  /// The class of each row, [capacity]; the first `count` are read.
  package var labels: [UInt8]

  /// Makes a batch of zeros without rows in use.
  package init(capacity: Int, input: SequenceShape) {
    precondition(capacity > 0, "a batch has room for at least one row")
    self.capacity = capacity
    self.input = input
    count = 0
    values = Array(repeating: 0, count: capacity * input.steps * input.features)
    labels = Array(repeating: 0, count: capacity)
  }
}
