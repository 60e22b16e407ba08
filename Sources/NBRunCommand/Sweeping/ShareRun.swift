import NotebookPlanning
import NotebookResults
import NotebookRunning

/// Runs some points of the sweeps of a notebook and keeps what comes of them; no page is written.
struct ShareRun {
  let notebook: PlannedNotebook
  let share: PointShare
  let store: StoreFolder
  let manner: NotebookRun.Manner

  private static let moment = Duration.milliseconds(100)

  /// Runs them; gives the exit code.
  func run() -> Int32 {
    let file = notebook.file.path
    let messages = manner.messages(of: file)
    let all = notebook.plan.points
    guard !all.isEmpty else {
      messages.say(.note, "\(file) has no sweep, so there are no points to share")
      return 0
    }
    let points = share.points(of: all)
    // Progress is told of the first sweep, whichever a point belongs to.
    let sweep = notebook.plan.cells.firstIndex { $0.action is any SweepingAction } ?? 0
    let results = ResultStore(store, notebook: file) { messages.say(.warning, $0) }
    var failed = 0
    var progress = ProgressReporter(style: manner.progress, header: notebook.plan.header, file: file)
    if manner.progress != .none { messages.say(.note, "\(points.count) points, share \(share.text)") }
    if !points.isEmpty {
      let team = PointTeam(points, threads: manner.threads, store: results)
      for (index, point) in points.enumerated() {
        var outcome: PointOutcome?
        while outcome == nil {
          outcome = team.outcome(of: index, within: Self.moment)
          let ended = index + (outcome == nil ? 0 : 1)
          let report = CellProgress(.point, step: ended, totalSteps: points.count, parts: team.underWay)
          progress.record(.progress(sweep, report))
          guard outcome != nil || !manner.isOver() else {
            team.rest()
            return CommandExit.interrupted
          }
        }
        guard let failure = outcome?.failure else { continue }
        failed += 1
        messages.say(.warning, "with \(point.name): \(failure)")
      }
    }
    progress.clear()
    Console.write(
      "\(file): \(points.count) of \(all.count) points, share \(share.text); kept in \(store.path)\n", to: .output)
    return failed > 0 && failed == points.count ? CommandExit.failed : 0
  }
}
