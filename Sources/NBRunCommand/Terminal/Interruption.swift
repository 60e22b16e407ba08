import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: the first asks a run to stop at the next step, the second ends the process at once.
enum Interruption {
  private static let count = Atomic<Int>(0)

  /// Starts to listen; until then a signal ends the process as usual.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        if Interruption.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      }
      // Without SA_RESTART, so that waiting for a line of input ends as well.
      sigaction(number, &action, nil)
    }
  }

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }
}
