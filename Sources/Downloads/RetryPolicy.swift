/// How long a fetch waits, and how often it tries again.
package struct RetryPolicy: Sendable {
  /// From asking a mirror to its answer.
  package var answer: Duration
  /// For any mirror to answer at all, before the network counts as absent.
  package var silence: Duration
  /// In which at least ``leastBytes`` have to come.
  package var stall: Duration
  package var leastBytes: Int
  /// The pauses before the second, third … try of a mirror that answered.
  package var pauses: [Duration]
  /// For a data set in all, however slowly and from however many mirrors it comes.
  package var whole: Duration

  package init(
    answer: Duration, silence: Duration, stall: Duration, leastBytes: Int, pauses: [Duration], whole: Duration
  ) {
    self.answer = answer
    self.silence = silence
    self.stall = stall
    self.leastBytes = leastBytes
    self.pauses = pauses
    self.whole = whole
  }

  /// For somebody who asked for a data set and waits for it.
  package static let asked = RetryPolicy(
    answer: .seconds(10), silence: .seconds(20), stall: .seconds(15), leastBytes: 16_384,
    pauses: [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)], whole: .seconds(3600))

  /// For a run that may go on without.
  package static let run = RetryPolicy(
    answer: .seconds(5), silence: .seconds(7), stall: .seconds(15), leastBytes: 16_384,
    pauses: [.milliseconds(500), .seconds(1), .seconds(2)], whole: .seconds(900))
}
