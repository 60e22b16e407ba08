package import NotebookPlanning
package import NotebookResults

/// The work of a `{train}` under way.
struct TrainingWork: CellWork {
  let action: TrainAction
  var run: TrainingRun

  var progress: CellProgress { run.report }
  var result: CellResult { action.result(at: run.checkpoint) }
  var series: [RecordedSeries] { run.checkpoint.series }
  var snapshotBytes: Int { run.snapshotBytes }

  var checkpoint: CellCheckpoint {
    let point = run.checkpoint
    return CellCheckpoint(step: point.step, endsEarly: point.hasStopped, point)
  }

  mutating func takeStep(_ isStopped: () -> Bool) throws(CellFailure) {
    try run.takeStep(isStopped)
  }

  func leave(in session: inout Session) {
    action.leave(run.checkpoint, in: &session)
  }
}

extension CellCheckpoint {
  /// What a training had measured by then, whatever its plan; nil where this is none of a training.
  package var trainingResult: CellResult? {
    TrainingCheckpoint(self).map { point in
      CellResult(fields: [Field("steps", .count(point.step))] + point.measured, series: point.series)
    }
  }
}

extension TrainingCheckpoint {
  /// Unpacks a point; nil when it is none of a training, or of another step than it says.
  init?(_ checkpoint: CellCheckpoint) {
    guard let point = checkpoint.value(as: TrainingCheckpoint.self), point.step == checkpoint.step else { return nil }
    self = point
  }
}
