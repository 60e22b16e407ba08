import NotebookPlanning
package import NotebookResults

/// A run with every stop it made, so that it can go back to any of them; a copy is a branch.
package struct Timeline {
  /// Where a run stood still.
  package struct Stop {
    /// The cell to run next, and how many of its steps are taken.
    package let position: Int
    package let step: Int
    /// Nil where memory was saved: the stop before leads here again.
    package var point: RunPoint?
    /// What the cell at `position` shows; those before it have finished, and those after it have not run.
    package let cell: RunReport.CellState
  }

  package private(set) var runner: Runner
  package private(set) var report: RunReport
  private var stops: [Stop]
  /// Bytes that stops inside trainings may take; beyond, every second one is given up.
  private let budget: Int
  /// Whether stops are remembered, and breaking off is one more way to stop.
  private let isStepped: Bool

  package init(_ runner: Runner, isStepped: Bool = true, budget: Int = 256 << 20) {
    self.runner = runner
    self.budget = budget
    self.isStepped = isStepped
    report = RunReport(header: runner.plan.header)
    stops = []
    stop()
  }

  package var position: Int { runner.position }
  package var step: Int { runner.point.step }
  package var isFinished: Bool { runner.isFinished }
  /// Where the run stands, as a stop.
  package var current: Stop {
    Stop(position: position, step: step, point: runner.point, cell: isFinished ? .notRun : report.cells[position])
  }

  /// Runs the next cell, or the rest of it, or until it has taken so many steps.
  package mutating func advance(
    until pause: PauseRule = .end, afresh: Bool = false, _ observe: (RunEvent) -> Void
  ) -> Runner.CellEnd {
    let isStepped = isStepped
    var outcomes: [RunEvent] = []
    let end = runner.runNextCell(until: pause, afresh: afresh) { event in
      let event = isStepped ? event.asPause : event
      if event.isOutcome { outcomes.append(event) }
      observe(event)
    }
    for event in outcomes { report.record(event) }
    if isStepped, end == .finished || end == .paused { stop() }
    return end
  }

  /// Goes to the stop before; false at the beginning.
  package mutating func goBack() -> Bool {
    // A failure leaves no stop: the one that is current is where it happened.
    if case .failed? = isFinished ? nil : report.cells[position] {
      showLastStop()
      return true
    }
    guard stops.count > 1 else { return false }
    stops.removeLast()
    resume()
    return true
  }

  /// Goes back to where a cell had not begun; false when the run has not come so far.
  package mutating func goBack(toStartOf index: Int) -> Bool {
    guard let place = stops.lastIndex(where: { $0.position == index && $0.step == 0 }) else { return false }
    stops.removeSubrange((place + 1)...)
    resume()
    return true
  }

  /// The numbers that a cell has recorded by now.
  package func series(of index: Int) -> [RecordedSeries] {
    let label = runner.plan.cells[index].header.label
    if index == position { return runner.point.work?.series ?? [] }
    return index < position ? runner.session.records[label]?.series ?? [] : []
  }

  /// The same run under another plan whose cells before `index` mean the same.
  func replanned(_ runner: Runner, from index: Int) -> Timeline {
    var copy = self
    copy.stops = stops.filter { $0.position < index || $0.position == index && $0.step == 0 }
    let cells = zip(self.runner.plan.cells, runner.plan.cells).prefix(index)
    let labels = Dictionary(cells.map { ($0.header.label, $1.header.label) }) { first, _ in first }
    copy.runner = runner
    var session = Session()
    for place in copy.stops.indices {
      // Every stop inside a training has the session that the training began with.
      guard let before = copy.stops[place].point?.session else { continue }
      session = before.relabelled(labels)
      copy.stops[place].point?.session = session
    }
    copy.report = report.moved(to: runner.plan, in: session, finished: copy.stops.last?.position ?? 0)
    copy.resume()
    return copy
  }

  private mutating func stop() {
    // Standing still is no stop of its own.
    if let last = stops.last, last.position == position, last.step == step { stops.removeLast() }
    stops.append(current)
    let isCostly = stops.indices.filter { stops[$0].step > 0 && stops[$0].point != nil }
    let bytes = isCostly.reduce(0) { $0 + (stops[$1].point?.work?.snapshotBytes ?? 0) }
    guard bytes > budget else { return }
    // The last stays: it is where the run stands.
    for place in isCostly.dropLast().enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
      stops[place].point = nil
    }
  }

  /// Puts the run where the last stop is, by taking steps again where its own point was given up.
  private mutating func resume() {
    let last = stops.count - 1
    let nearest = stops.lastIndex { $0.point != nil } ?? 0
    let target = stops[last]
    runner.point = stops[nearest].point ?? RunPoint()
    if nearest < last {
      runner.runNextCell(until: .step(target.step), afresh: true) { _ in }
      stops[last].point = runner.point
    }
    showLastStop()
  }

  /// Takes out of the report what happened after the last stop.
  private mutating func showLastStop() {
    guard let last = stops.last else { return }
    report.goBack(to: last.position, showing: last.cell)
  }
}

extension RunEvent {
  /// Whether the report has it.
  fileprivate var isOutcome: Bool {
    switch self {
    case .cellPaused, .cellFinished, .cellFailed: true
    case .runStarted, .cellStarted, .cellReused, .progress: false
    }
  }

  /// At a prompt, breaking off is one more way to pause.
  fileprivate var asPause: RunEvent {
    guard case .cellPaused(let index, let pause) = self else { return self }
    return .cellPaused(
      index, CellPause(progress: pause.progress, result: pause.result, isInterruption: false))
  }
}

extension RunReport {
  /// The report of the same run under another plan, as far as cells have finished.
  fileprivate func moved(to plan: RunPlan, in session: Session, finished count: Int) -> RunReport {
    var moved = RunReport(header: plan.header)
    for (index, cell) in plan.cells.prefix(count).enumerated() {
      guard case .finished(let result) = cells[index] else { continue }
      moved.record(.cellFinished(index, plan.checked(result, of: cell, in: session)))
    }
    return moved
  }
}
