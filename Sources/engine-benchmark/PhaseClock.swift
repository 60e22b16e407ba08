import RecurrentEngine

/// How long each thread is at each phase of a step.
final class PhaseClock: StepWatch, @unchecked Sendable {
  /// What one thread has done; nobody else writes it, and it is read between steps.
  private struct Log {
    var phase = StepPhase.meeting
    var since = 0.0
    var seconds: [StepPhase: Double] = [:]
  }

  private let logs: UnsafeMutableBufferPointer<Log>

  init(threads: Int) {
    logs = .allocate(capacity: threads)
    logs.initialize(repeating: Log())
  }

  deinit {
    logs.deinitialize()
    logs.deallocate()
  }

  func begin(_ phase: StepPhase, thread: Int) {
    let time = Timing.now()
    logs[thread].seconds[logs[thread].phase, default: 0] += time - logs[thread].since
    logs[thread].phase = phase
    logs[thread].since = time
  }

  /// The seconds of each phase since this was called last, of all threads together.
  func take() -> [StepPhase: Double] {
    var sum: [StepPhase: Double] = [:]
    for thread in logs.indices {
      sum.merge(logs[thread].seconds, uniquingKeysWith: +)
      logs[thread].seconds = [:]
    }
    return sum
  }
}
