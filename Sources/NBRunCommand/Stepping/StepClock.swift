/// How long the cells of a session have worked, as far as they have come.
struct StepClock {
  /// What is known of a cell's time.
  struct Time {
    var seconds = 0.0
    /// Whether some of its work was found, done before.
    var wasKept = false
  }

  private var times: [Int: Time] = [:]
  private var start = ContinuousClock.now

  /// The time of a cell; nil where it has not worked.
  subscript(index: Int) -> Time? { times[index] }

  /// Notes that a cell goes on, or begins afresh.
  mutating func start(_ index: Int, isFresh: Bool) {
    if isFresh { times[index] = nil }
    start = .now
  }

  /// Notes that a cell stands still.
  mutating func stop(_ index: Int, wasKept: Bool) {
    var time = times[index] ?? Time()
    time.seconds += (.now - start) / .seconds(1)
    time.wasKept = time.wasKept || wasKept
    times[index] = time
  }
}
