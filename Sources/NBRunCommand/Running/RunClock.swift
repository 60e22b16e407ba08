/// When a run is to stop: when it is asked to, or when its time is over.
struct RunClock {
  private let limit: TimeLimit?
  private let end: ContinuousClock.Instant?

  /// Starts the clock.
  init(limit: TimeLimit?) {
    self.limit = limit
    end = limit.map { .now + $0.duration }
  }

  var isOver: Bool { Interruption.isRequested || isOutOfTime }

  /// The limit, as it was written, once it has been reached.
  var reached: String? { isOutOfTime && !Interruption.isRequested ? limit?.text : nil }

  private var isOutOfTime: Bool { end.map { .now >= $0 } ?? false }
}
