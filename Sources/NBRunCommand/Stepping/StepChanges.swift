import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning

/// What is different at one stop from another.
struct StepChanges {
  private let before: Timeline.Stop
  private let after: Timeline.Stop
  private let report: RunReport
  private let plan: RunPlan

  /// Compares two stops, the second of which is where the run stands.
  init(from before: Timeline.Stop, to after: Timeline.Stop, report: RunReport, plan: RunPlan) {
    self.before = before
    self.after = after
    self.report = report
    self.plan = plan
  }

  var text: ConsoleText {
    let lines = cells + models + series
    return (lines.isEmpty ? ["nothing changed since the last stop"] : lines).asLines
  }

  /// The cells that have run, or no longer have.
  private var cells: [ConsoleText] {
    report.header.cells.flatMap { cell -> [ConsoleText] in
      guard hasChanged(cell) else { return [] }
      switch report.cells[cell.index] {
      case .notRun: return ["\(cell.label): as if it had not run"]
      case .paused(let pause): return ["\(cell.label): at step \(pause.progress.step) of \(pause.progress.totalSteps)"]
      case .failed(let failure): return ["\(cell.label): failed: \(failure.message)"]
      case .finished(let result):
        return ["\(cell.label): ran"]
          + result.fields.map { "  \(cell.label).\($0.name) = \(QuantityText.text($0.quantity))" }
      }
    }
  }

  private func hasChanged(_ cell: RunHeader.CellHeader) -> Bool {
    switch (cell.index < before.position, cell.index < after.position) {
    case (true, true): before.record(of: cell) != after.record(of: cell)
    case (true, false), (false, true): true
    case (false, false): before.state(of: cell) != after.state(of: cell)
    }
  }

  /// How far the weights have moved, parameter by parameter.
  private var models: [ConsoleText] {
    guard let was = before.point, let now = after.point else { return [] }
    return Set(was.session.models.keys).union(now.session.models.keys).sorted().flatMap { label -> [ConsoleText] in
      guard let model = now.session.models[label], let weights = now.weights(of: label) else {
        return ["\(label): no longer there"]
      }
      guard let old = was.weights(of: label), old.count == weights.count else {
        return ["\(label): \(weights.count) weights are new"]
      }
      guard old != weights else { return [] }
      return WeightTable.movements(of: model, from: old, to: weights).map {
        "  \(label) \($0.name): moved by \(QuantityText.text($0.quantity)) (root mean square)"
      }
    }
  }

  /// The points that were recorded in between.
  private var series: [ConsoleText] {
    after.series(plan).compactMap { name, points -> ConsoleText? in
      let old = before.series(plan)[name]?.count ?? 0
      guard points.count > old, let last = points.last else { return nil }
      return "  \(name): \(points.count - old) more points, the last \(QuantityText.text(.real(last.y))) at \(last.x)"
    }.sorted { $0.text < $1.text }
  }
}

extension Timeline.Stop {
  /// What a cell that has run measured.
  fileprivate func record(of cell: RunHeader.CellHeader) -> CellRecord? { point?.session.records[cell.label] }

  /// What became of a cell that has not run to its end.
  fileprivate func state(of header: RunHeader.CellHeader) -> RunReport.CellState {
    header.index == position ? cell : .notRun
  }

  /// Every recorded series by `label.name`.
  fileprivate func series(_ plan: RunPlan) -> [String: [SeriesPoint]] {
    var all: [String: [SeriesPoint]] = [:]
    for (label, record) in point?.session.records ?? [:] {
      for series in record.series { all["\(label).\(series.name)"] = series.points }
    }
    if let work = point?.work, plan.cells.indices.contains(position) {
      for series in work.series {
        all["\(plan.cells[position].header.label).\(series.name)"] = series.points
      }
    }
    return all
  }
}
