import Foundation
import Synchronization

/// Ctrl-C, SIGTERM and a terminal that goes away: the first asks a run to stop at the next step, the second ends the process at once.
enum Interruption {
  private static let count = Atomic<Int>(0)
  private static let isTerminated = Atomic<Bool>(false)

  /// Starts to listen; until then a signal ends the process as usual.
  static func listen() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // What a parent such as nohup has switched off stays so.
      if number == SIGHUP, sigaction(number, nil, &action) == 0, Self.isIgnored(action) { continue }
      sigaddset(&signals, number)
      action.__sigaction_handler.sa_handler = { number in
        if number != SIGINT { Interruption.isTerminated.store(true, ordering: .relaxed) }
        if Interruption.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      }
      // Without SA_RESTART, so that waiting for a line of input ends as well.
      sigaction(number, &action, nil)
    }
    // A reader of our output that goes away does not end a run.
    signal(SIGPIPE, SIG_IGN)
    // A parent that blocks signals on the thread that starts us would leave them blocked here.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// Takes Ctrl-C as answered, so that the next is the first again; a request to end the process stays.
  static func answer() {
    if !isTerminated.load(ordering: .relaxed) { count.store(0, ordering: .relaxed) }
  }
}
