#if hasFeature(Embedded)
  /// The calling thread alone, which does one part after the other: Embedded Swift knows no threads, and no result depends on their number.
  final class ThreadTeam: Sendable {
    let threads = 1

    init(threads: Int, watch: (any StepWatch)? = nil) {}

    func run(
      _ phase: StepPhase, parts: Int, shares: [Int]? = nil, _ body: (_ part: Int, _ thread: ThreadWatch) -> Void
    ) {
      for part in 0..<parts { body(part, ThreadWatch(watch: nil, thread: 0)) }
    }
  }
#endif
