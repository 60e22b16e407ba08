/// Something that happened during a run; terminal, page and tests are folds over these.
package enum RunEvent: Sendable, Hashable {
  /// Posted once before the first cell.
  case runStarted(RunHeader)
  /// Posted before a cell does anything; the index counts cells from 0.
  case cellStarted(Int)
  /// Posted when a cell begins with what an earlier run left: the steps that it need not take again, or nil when that is all of them.
  case cellReused(Int, steps: Int?)
  /// Posted many times a second while a cell takes steps; no report keeps it.
  case progress(Int, CellProgress)
  /// Posted when a cell stopped on the way, with what it has to show by then; it can go on.
  case cellPaused(Int, CellPause)
  /// Posted when a cell has done its work, with all that it shows.
  case cellFinished(Int, CellResult)
  /// Posted when a cell could not finish; no cell runs after it.
  case cellFailed(Int, CellFailure)
}

/// How far a cell is that goes on step by step.
package struct CellProgress: Sendable, Hashable {
  package let step: Int
  package let totalSteps: Int
  /// Mean loss of the last batch, before its update.
  package let loss: Double
  /// The accuracy reported last, if any.
  package let accuracy: Double?

  package init(step: Int, totalSteps: Int, loss: Double, accuracy: Double?) {
    self.step = step
    self.totalSteps = totalSteps
    self.loss = loss
    self.accuracy = accuracy
  }
}

/// A cell that stopped on the way.
package struct CellPause: Sendable, Hashable {
  package let progress: CellProgress
  package let result: CellResult
  /// Whether the user broke off, rather than asked for so many steps.
  package let isInterruption: Bool

  package init(progress: CellProgress, result: CellResult, isInterruption: Bool) {
    self.progress = progress
    self.result = result
    self.isInterruption = isInterruption
  }

  /// How far it came, as a phrase.
  package var phrase: String { "stopped after \(progress.step) of \(progress.totalSteps) steps" }
}
