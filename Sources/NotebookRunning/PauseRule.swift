import NotebookPlanning
import NotebookResults

/// When work that goes on step by step pauses before its end.
package enum PauseRule: Sendable, Hashable {
  case end
  /// After so many of its steps in all.
  case step(Int)
  /// As soon as the accuracy that is shown on the way is at least this.
  case accuracy(Double)
  /// As soon as the loss of a batch that it has stepped on is at most this.
  case loss(Double)
  /// As soon as it is so late.
  case time(ContinuousClock.Instant)

  func isMet(by progress: CellProgress) -> Bool {
    switch self {
    case .end: false
    case .step(let step): progress.step >= step
    case .accuracy(let least): (progress.accuracy ?? -.infinity) >= least
    case .loss(let most): progress.step > 0 && progress.loss ?? .infinity <= most
    case .time(let end): .now >= end
    }
  }

  /// Whether whoever asked for it only looks, and goes on at once.
  var isForAMoment: Bool { if case .time = self { true } else { false } }

  /// Whether work may go on from a point without passing where it is to pause.
  func admits(_ checkpoint: CellCheckpoint) -> Bool {
    switch self {
    case .end, .time: true
    case .step(let step): checkpoint.step <= step
    case .accuracy, .loss: false
    }
  }
}
