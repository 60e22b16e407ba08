#if !hasFeature(Embedded)
  import CVectorLanes
  import Dispatch
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// So many threads that do the parts of a piece of work: each its own share of them, the same each time, then what others have not begun.
  ///
  /// What a thread has written in one piece of work is nearest to itself in the next.
  /// The parts write to places that no other part reads or writes; the compiler cannot check that. A thread that has nothing to do spins
  /// for some 25 microseconds, since the next piece of a training step is that near and waking it takes longer; then it sleeps.
  final class ThreadTeam: Sendable {
    /// The threads, with the one that hands out the work.
    let threads: Int
    private let helpers: [Helper]
    private let work: SharedWork
    private let watch: (any StepWatch)?

    init(threads: Int, watch: (any StepWatch)? = nil) {
      self.threads = threads
      self.watch = watch
      let work = SharedWork(threads: threads)
      self.work = work
      let spins = threads <= sysconf(Int32(_SC_NPROCESSORS_ONLN)) ? SharedWork.spins : 0
      helpers = (1..<max(threads, 1)).map { Helper(thread: $0, work, spins: spins) }
    }

    deinit {
      work.stop()
      for helper in helpers { helper.wake() }
    }

    /// Calls `body` with each of 0..<parts and the thread that does it, and returns when all are done.
    ///
    /// `shares` has the part behind the last of each thread's share; without it all have as many, or one more.
    func run(
      _ phase: StepPhase, parts: Int, shares: [Int]? = nil, _ body: (_ part: Int, _ thread: ThreadWatch) -> Void
    ) {
      func doPart(_ part: Int, thread: Int) {
        let thread = ThreadWatch(watch: watch, thread: thread)
        thread.begin(phase)
        body(part, thread)
        thread.begin(.meeting)
      }
      guard threads > 1 && parts > 1 else {
        for part in 0..<parts { doPart(part, thread: 0) }
        return
      }
      withoutActuallyEscaping(doPart) { body in
        work.begin(parts: parts, shares: shares, body)
        for helper in helpers.prefix(parts - 1) { helper.wake() }
        work.takeParts(thread: 0)
        work.waitForAll()
      }
    }
  }

  /// The parts that a team is at.
  ///
  /// A part is taken by counting down what is left of a share, and only who has taken one may look at `body` and `ends`: the work cannot end
  /// before it.
  private final class SharedWork: @unchecked Sendable {
    /// How often a thread spins, with a pause of the processor each time, before it sleeps.
    static let spins = 1000

    private var body: (Int, Int) -> Void = { _, _ in }
    /// The part behind the last of each thread's share.
    private let ends: UnsafeMutableBufferPointer<Int>
    /// What is left of each thread's share.
    private let shares: [PartCount]
    private let unfinished = Atomic(0)
    private let stopped = Atomic(false)
    private let waits = Sleeper()

    init(threads: Int) {
      shares = (0..<max(threads, 1)).map { _ in PartCount() }
      ends = .allocate(capacity: shares.count)
      ends.initialize(repeating: 0)
    }

    deinit {
      ends.deallocate()
    }

    func begin(parts: Int, shares ends: [Int]?, _ body: @escaping (Int, Int) -> Void) {
      self.body = body
      for thread in shares.indices { self.ends[thread] = ends?[thread] ?? end(of: thread, parts: parts) }
      unfinished.store(parts, ordering: .relaxed)
      for (thread, share) in shares.enumerated() {
        share.left.store(
          self.ends[thread] - (thread == 0 ? 0 : self.ends[thread - 1]), ordering: .sequentiallyConsistent)
      }
    }

    /// The part behind the last of a thread's equal share; the first threads have them all where there are few.
    private func end(of thread: Int, parts: Int) -> Int {
      let sharing = min(shares.count, parts)
      return parts * min(thread + 1, sharing) / sharing
    }

    /// Does parts until there are no more to begin, those of the thread's own share first.
    func takeParts(thread: Int) {
      for offset in shares.indices {
        let owner = (thread + offset) % shares.count
        while let left = shares[owner].take() {
          body(ends[owner] - left, thread)
          if unfinished.wrappingSubtract(1, ordering: .sequentiallyConsistent).newValue == 0 { waits.wake() }
        }
      }
    }

    /// Waits for the parts that others have begun.
    func waitForAll() {
      waits.sleep(spins: Self.spins) { unfinished.load(ordering: .sequentiallyConsistent) == 0 }
      body = { _, _ in }
    }

    func stop() {
      stopped.store(true, ordering: .sequentiallyConsistent)
    }

    var isStopped: Bool { stopped.load(ordering: .sequentiallyConsistent) }
    var isThereMore: Bool { shares.contains { $0.left.load(ordering: .sequentiallyConsistent) > 0 } }
  }

  /// Parts that nobody has begun, on a cache line that nothing else stands on; zero or less if there are none.
  private final class PartCount: Sendable {
    let left = Atomic(0)
    private let padding = InlineArray<16, Int>(repeating: 0)

    /// Takes a part, and says how many were left with it.
    func take() -> Int? {
      guard left.load(ordering: .relaxed) > 0 else { return nil }
      let before = left.wrappingSubtract(1, ordering: .acquiringAndReleasing).oldValue
      return before > 0 ? before : nil
    }
  }

  /// A thread that takes part in the work of its team until that stops.
  private final class Helper: Sendable {
    private let sleeper = Sleeper()

    init(thread: Int, _ work: SharedWork, spins: Int) {
      let sleeper = sleeper
      DispatchQueue(label: "engine thread \(thread)", qos: .userInitiated).async {
        while true {
          sleeper.sleep(spins: spins) { work.isThereMore || work.isStopped }
          if work.isStopped { return }
          work.takeParts(thread: thread)
        }
      }
    }

    func wake() {
      sleeper.wake()
    }
  }

  /// A thread that sleeps until it is woken or has what it waits for.
  private final class Sleeper: Sendable {
    private let isAsleep = Atomic(false)
    private let semaphore = DispatchSemaphore(value: 0)

    /// Returns when `condition` holds; whoever makes it hold calls `wake` afterwards.
    func sleep(spins: Int, until condition: () -> Bool) {
      for _ in 0..<spins {
        if condition() { return }
        pause_processor()
      }
      while !condition() {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        // Whoever takes the flag back decides whether there is a signal to wait for.
        if condition(), isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
        semaphore.wait()
      }
    }

    func wake() {
      if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { semaphore.signal() }
    }
  }
#endif
