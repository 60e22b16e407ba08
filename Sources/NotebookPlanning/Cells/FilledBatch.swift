package import RecurrentEngine

/// Images as sequences and their classes, to be filled again and again.
package struct FilledBatch {
  private let input: SequenceShape
  /// [B, T, D].
  var values: [Float] = []
  /// [B].
  var labels: [Int32] = []

  package init(input: SequenceShape) {
    self.input = input
  }

  mutating func makeRoom(rows: Int) {
    guard labels.count != rows else { return }
    values = Array(repeating: 0, count: rows * input.steps * input.features)
    labels = Array(repeating: 0, count: rows)
  }

  package var batch: Batch {
    Batch(inputs: SequenceValues(values, input: input), count: labels.count, targets: .classes(labels))
  }
}
