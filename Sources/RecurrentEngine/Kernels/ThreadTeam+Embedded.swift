#if hasFeature(Embedded)
  /// The calling thread alone, which does one part after the other: Embedded Swift knows no threads, and no result depends on their number.
  final class ThreadTeam: Sendable {
    static let single = ThreadTeam(threads: 1)

    let threads = 1

    init(threads: Int) {}

    func run(parts: Int, _ body: (_ part: Int, _ thread: Int) -> Void) {
      for part in 0..<parts { body(part, 0) }
    }
  }
#endif
