/// What a pass is told of the batch besides its rows.
package struct PassContext {
  package enum Mode: Sendable {
    /// Forwards and then backwards: what the way back needs is kept, and noise is made.
    case training
    /// Forwards alone: nothing need be kept.
    case evaluating
    /// Forwards alone, and all that was computed on the way is kept to be looked at.
    case tracing
  }

  package let mode: Mode
  /// What random numbers are drawn by, together with the update, the place in the batch and the layer.
  package let seed: UInt64
  /// The updates made before this batch.
  package let update: Int
  /// The place of the pass's first row in the batch.
  package var firstRow: Int
  /// The steps of each row of the batch; nil where all rows have all steps.
  package let lengths: [Int]?
  /// Whether the rows begin in the states that were carried here, and carry theirs on.
  package var carriesState: Bool
  /// Whom the thread tells what it is at.
  var watch = ThreadWatch(watch: nil, thread: 0)

  /// The same where no state is carried from batch to batch.
  var withoutCarriedState: PassContext {
    var context = self
    context.carriesState = false
    return context
  }

  /// The steps of a row of the pass; nil where all rows have all steps.
  func length(of row: Int) -> Int? { lengths?[firstRow + row] }

  /// Whether what is computed on the way forwards is looked at again.
  var keepsActivations: Bool { mode != .evaluating }

  /// Calls `body` with the rows that have not ended at a step, in runs of adjacent ones.
  @inline(__always)
  func forActiveRows(_ rows: Range<Int>, at step: Int, _ body: (Range<Int>) -> Void) {
    guard let lengths else { return body(rows) }
    forRuns(rows, where: { lengths[firstRow + $0] > step }, body)
  }

  /// Calls `body` with the rows that have ended before a step, in runs of adjacent ones.
  @inline(__always)
  func forEndedRows(_ rows: Range<Int>, at step: Int, _ body: (Range<Int>) -> Void) {
    guard let lengths else { return }
    forRuns(rows, where: { lengths[firstRow + $0] <= step }, body)
  }

  private func forRuns(_ rows: Range<Int>, where isInRun: (Int) -> Bool, _ body: (Range<Int>) -> Void) {
    var start = rows.lowerBound
    while start < rows.upperBound {
      var end = start
      while end < rows.upperBound && isInRun(end) { end += 1 }
      if end > start { body(start..<end) }
      start = end + 1
    }
  }
}
