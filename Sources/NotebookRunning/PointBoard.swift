import Foundation
import NotebookPlanning
import Synchronization

/// All that the threads of a team share: which points are taken, what became of them, and whether to stand still.
final class PointBoard: Sendable {
  private struct State {
    var next = 0
    var outcomes: [PointOutcome?]
    /// By point, how much of it is done, from 0 to 1.
    var shares: [Int: Double] = [:]
    var rests = false
    var hasEnded = false
    /// Threads that are at work, not standing still.
    var busy = 0
  }

  private let state: Mutex<State>

  /// How long somebody sleeps before looking again, in seconds.
  static let moment = 0.004

  init(count: Int) {
    state = Mutex(State(outcomes: Array(repeating: nil, count: count)))
  }

  /// The next point that nobody has taken; nil when there is none, or all is over.
  func next() -> Int? {
    guard waitForGo() else { return nil }
    return state.withLock { state in
      guard state.next < state.outcomes.count, !state.hasEnded else { return nil }
      defer { state.next += 1 }
      state.shares[state.next] = 0
      state.busy += 1
      return state.next
    }
  }

  func note(_ share: Double, of point: Int) { state.withLock { $0.shares[point] = share } }

  func finish(_ point: Int, _ outcome: PointOutcome) {
    state.withLock { state in
      state.outcomes[point] = outcome
      state.shares[point] = nil
      state.busy -= 1
    }
  }

  func outcome(of point: Int) -> PointOutcome? { state.withLock { $0.outcomes[point] } }

  /// The points that are begun, in order.
  var shares: [(point: Int, share: Double)] {
    state.withLock { $0.shares.sorted { $0.key < $1.key }.map { (point: $0.key, share: $0.value) } }
  }

  /// Whether whoever is at work is to stand still.
  var isHeldUp: Bool { state.withLock { $0.rests || $0.hasEnded } }

  func go() { state.withLock { $0.rests = false } }

  /// Has everybody stand still, and waits until they do.
  func rest() {
    state.withLock { $0.rests = true }
    while state.withLock({ $0.busy > 0 && !$0.hasEnded }) { Thread.sleep(forTimeInterval: Self.moment) }
  }

  /// Sends everybody home.
  func end() { state.withLock { $0.hasEnded = true } }

  /// Stands still for as long as that is asked for, in the middle of a point; false when all is over.
  func standStill() -> Bool {
    state.withLock { $0.busy -= 1 }
    guard waitForGo() else { return false }
    state.withLock { $0.busy += 1 }
    return true
  }

  /// False when all is over.
  private func waitForGo() -> Bool {
    while true {
      let (rests, hasEnded) = state.withLock { ($0.rests, $0.hasEnded) }
      if hasEnded { return false }
      if !rests { return true }
      Thread.sleep(forTimeInterval: Self.moment)
    }
  }
}
