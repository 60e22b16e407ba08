import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Has the points of a sweep run.
struct SweepAction: SweepingAction {
  let sweep: Sweep
  let points: [PlannedPoint]

  func begin(with crew: any PointCrew, from checkpoint: CellCheckpoint?) throws(CellFailure) -> BegunCell {
    .underWay(SweepWork(action: self, crew: crew, outcomes: checkpoint.flatMap(outcomes) ?? []))
  }

  func restore(_ kept: StoredCell, in session: inout Session, _ context: CellContext) -> CellResult? {
    guard case .end(let checkpoint) = kept, let outcomes = outcomes(checkpoint), outcomes.count == points.count else {
      return nil
    }
    return SweepReport(sweep, outcomes).result
  }

  /// What was kept of the first points; nil when it cannot be theirs.
  private func outcomes(_ checkpoint: CellCheckpoint) -> [PointOutcome]? {
    guard let outcomes = checkpoint.value(as: [PointOutcome].self), outcomes.count == checkpoint.step,
      outcomes.count <= points.count
    else { return nil }
    let (numbers, series) = (Set(sweep.numbers.map(\.reference.text)), Set(sweep.series.map(\.reference.text)))
    let fits = outcomes.allSatisfy {
      $0.failure == nil && Set($0.numbers.keys) == numbers && Set($0.series.keys) == series
    }
    return fits ? outcomes : nil
  }
}

/// A sweep on its way: each step is a point that has come to its end, in the order of the points.
struct SweepWork: CellWork {
  let action: SweepAction
  let crew: any PointCrew
  private(set) var outcomes: [PointOutcome]

  /// How long a step is waited for before somebody may look whether to stop.
  private static let moment = Duration.milliseconds(100)

  var progress: CellProgress {
    CellProgress(
      .point, step: outcomes.count, totalSteps: action.points.count,
      parts: outcomes.count < action.points.count ? crew.underWay : [])
  }

  /// The outcomes down to the first that came to nothing: another run tries that again.
  var checkpoint: CellCheckpoint {
    let kept = outcomes.prefix { $0.failure == nil }
    return CellCheckpoint(step: kept.count, Array(kept))
  }

  var result: CellResult { SweepReport(action.sweep, outcomes).result }
  var series: [RecordedSeries] { result.series }
  var snapshotBytes: Int { 0 }

  mutating func takeStep(_ isStopped: () -> Bool) throws(CellFailure) {
    guard let outcome = crew.outcome(of: outcomes.count, within: Self.moment) else { return }
    outcomes.append(outcome)
    guard outcomes.count == action.points.count, let failure = outcomes[0].failure,
      outcomes.allSatisfy({ $0.failure != nil })
    else { return }
    throw CellFailure("none of the \(outcomes.count) points came to anything; the first: \(failure)")
  }

  func rest() { crew.rest() }

  func leave(in session: inout Session) {}
}
