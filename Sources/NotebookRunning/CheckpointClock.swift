/// Says when work under way has gone so far that it is worth a checkpoint.
struct CheckpointClock {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  /// How long the last checkpoint took.
  private var cost = Duration.zero

  /// What a broken-off run loses at most, unless writing takes long.
  private static let pause = Duration.seconds(3)
  /// Writing takes at most this part of a run.
  private static let largestShare = 100

  init() {
    last = clock.now
  }

  var isDue: Bool { clock.now - last > max(Self.pause, cost * Self.largestShare) }

  mutating func measure(_ write: () -> Void) {
    let start = clock.now
    write()
    last = clock.now
    cost = last - start
  }
}
