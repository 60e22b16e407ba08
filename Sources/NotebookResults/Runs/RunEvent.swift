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
  /// What a cell counts.
  package enum Unit: String, Sendable, Hashable {
    case step
    /// A run of its own.
    case point
  }

  package let unit: Unit
  package let step: Int
  package let totalSteps: Int
  /// Mean loss of the last batch, before its update; nil where there is none.
  package let loss: Double?
  /// The accuracy reported last, if any.
  package let accuracy: Double?
  /// The steps that are under way, where several are at once and each takes long.
  package let parts: [Part]

  /// One of several steps that are taken at once, itself one of many.
  package struct Part: Sendable, Hashable {
    package let name: String
    /// How much of it is done, from 0 to 1.
    package let share: Double

    package init(name: String, share: Double) {
      self.name = name
      self.share = share
    }
  }

  package init(
    _ unit: Unit = .step, step: Int, totalSteps: Int, loss: Double? = nil, accuracy: Double? = nil, parts: [Part] = []
  ) {
    self.unit = unit
    self.step = step
    self.totalSteps = totalSteps
    self.loss = loss
    self.accuracy = accuracy
    self.parts = parts
  }

  /// Steps that are done, those under way by their shares.
  package var done: Double { Double(step) + parts.reduce(0) { $0 + $1.share } }

  /// Steps under way that are named; there are seldom more than processors.
  private static let mostNamed = 16

  /// How far it is, as a phrase: `step 120 of 400`, and of steps under way how far each of them is.
  package var phrase: String {
    let counted = "\(unit.rawValue) \(step) of \(totalSteps)"
    let named = parts.prefix(Self.mostNamed).map { "\($0.name) \(Int($0.share * 100)) %" }
    return named.isEmpty ? counted : "\(counted), under way: \(named.joined(separator: "; "))"
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
  package var phrase: String { "stopped after \(progress.step) of \(progress.totalSteps) \(progress.unit.rawValue)s" }
}
