/// Runs the cells of a plan one after the other, and tells what happens as events.
package struct Runner {
  package let plan: RunPlan
  /// Where the run is; putting back an earlier one steps back.
  package var point = RunPoint()
  private let options: Options

  /// How a run goes, which never changes what it gives.
  package struct Options {
    package let threads: Int
    package let isCancelled: () -> Bool
    /// Where results are found that need not be worked out again.
    package let keeping: Keeping?

    package init(threads: Int, isCancelled: @escaping () -> Bool = { false }, keeping: Keeping? = nil) {
      self.threads = threads
      self.isCancelled = isCancelled
      self.keeping = keeping
    }
  }

  /// How running a cell ended.
  package enum CellEnd: Sendable, Hashable {
    case finished
    case paused
    case failed
    case nothingLeft
  }

  package init(plan: RunPlan, options: Options, at point: RunPoint = RunPoint()) {
    self.plan = plan
    self.options = options
    self.point = point
  }

  package var session: Session { point.session }
  /// The cell to run next or to go on with, as an index.
  package var position: Int { point.position }
  package var isFinished: Bool { position == plan.cells.count }

  /// Runs the next cell, or what is left of it, on a copy of the session, which replaces the session when the cell succeeds.
  ///
  /// - Parameters:
  ///   - pause: When to pause; only a training can.
  ///   - afresh: Whether to do the work even when its result was kept.
  ///   - observe: Takes the events as they happen.
  /// - Returns: How the cell ended.
  @discardableResult
  package mutating func runNextCell(
    until pause: PauseRule = .end, afresh: Bool = false, _ observe: (RunEvent) -> Void
  ) -> CellEnd {
    guard !isFinished else { return .nothingLeft }
    let cell = plan.cells[position]
    let index = position
    observe(.cellStarted(index))
    let context = CellContext(
      label: cell.header.label, seed: plan.header.seed, threads: options.threads, isCancelled: options.isCancelled)
    var copy = session
    do throws(CellFailure) {
      guard
        let result = try result(of: cell, in: &copy, context, until: pause, afresh: afresh, observe)
      else { return .paused }
      copy.records[cell.header.label, default: CellRecord()].fields = result.fields
      point = RunPoint(session: copy, position: index + 1)
      observe(.cellFinished(index, plan.checked(result, of: cell, in: copy)))
      return .finished
    } catch {
      point.training = nil
      observe(.cellFailed(index, error))
      return .failed
    }
  }

  /// Runs every cell that is left, until one fails or is broken off.
  package mutating func runRemainingCells(_ observe: (RunEvent) -> Void) {
    while runNextCell(observe) == .finished {}
  }

  /// Keeps how far the training under way has come.
  package func keepTraining() {
    guard let training = point.training, let keeping = options.keeping else { return }
    keeping.keeper.keep(training.checkpoint, of: keeping.identities[position])
  }

  /// What a cell gives, kept or worked out; nil when it paused.
  private mutating func result(
    of cell: PlannedCell, in session: inout Session, _ context: CellContext, until pause: PauseRule, afresh: Bool,
    _ observe: (RunEvent) -> Void
  ) throws(CellFailure) -> CellResult? {
    if let action = cell.action as? any SteppedAction {
      return try train(action, in: &session, context, until: pause, afresh: afresh, observe)
    }
    let identity = options.keeping?.identities[position]
    if !afresh, let identity, let kept = options.keeping?.keeper.result(of: identity) {
      observe(.cellReused(position, steps: nil))
      return cell.action.restore(kept, in: &session, context)
    }
    let result = try cell.action.run(in: &session, context)
    if let identity {
      guard (try? cell.action.meaning.fileDigests()) == identity.files else {
        throw CellFailure("a data file changed while it was read")
      }
      options.keeping?.keeper.keep(result, of: identity)
    }
    return result
  }

  /// Takes the steps of a training that are left, or as many as were asked for; nil when it paused.
  private mutating func train(
    _ action: any SteppedAction, in session: inout Session, _ context: CellContext, until pause: PauseRule,
    afresh: Bool,
    _ observe: (RunEvent) -> Void
  ) throws(CellFailure) -> CellResult? {
    let identity = options.keeping?.identities[position]
    let keeper = options.keeping?.keeper
    var training = point.training
    if training == nil {
      let kept = afresh ? nil : identity.flatMap { keeper?.training(of: $0) }
      if let kept, kept.step == identity?.steps, pause.admits(kept) {
        observe(.cellReused(position, steps: nil))
        action.finish(kept, in: &session, context)
        return action.result(at: kept)
      }
      let start = kept.flatMap { pause.admits($0) ? $0 : nil }
      if let start { observe(.cellReused(position, steps: start.step)) }
      training = try action.begin(in: &session, from: start, context)
    }
    guard var run = training else { return nil }
    // One owner at a time, so that the weights are changed in place.
    (training, point.training) = (nil, nil)
    while !run.isFinished, !pause.isMet(by: run.report), !context.isCancelled() {
      try run.takeStep()
      observe(.progress(position, run.report))
      if let identity, let keeper, keeper.isCheckpointDue { keeper.keep(run.checkpoint, of: identity) }
    }
    let checkpoint = run.checkpoint
    if let identity, run.isFinished || context.isCancelled() { keeper?.keep(checkpoint, of: identity) }
    guard run.isFinished else {
      point.training = run
      point.session = session
      let pause = CellPause(
        progress: run.report, result: action.result(at: checkpoint), isInterruption: context.isCancelled())
      observe(.cellPaused(position, pause))
      return nil
    }
    action.finish(checkpoint, in: &session, context)
    return action.result(at: checkpoint)
  }
}

/// When a training pauses before its end.
package enum PauseRule: Sendable, Hashable {
  case end
  /// After so many of its steps in all.
  case step(Int)
  /// As soon as the accuracy that is shown on the way is at least this.
  case accuracy(Double)

  func isMet(by progress: TrainingProgress) -> Bool {
    switch self {
    case .end: false
    case .step(let step): progress.step >= step
    case .accuracy(let least): (progress.accuracy ?? -.infinity) >= least
    }
  }

  /// Whether a training may go on from a point without passing where it is to pause.
  fileprivate func admits(_ checkpoint: TrainingCheckpoint) -> Bool {
    switch self {
    case .end: true
    case .step(let step): checkpoint.step <= step
    case .accuracy: false
    }
  }
}

/// Where a run is, as a value: the cells before `position` have run, and the cell there may have taken some of its steps.
package struct RunPoint {
  package var session = Session()
  package var position = 0
  /// The training that the cell at `position` is in.
  package var training: TrainingRun?

  package init(session: Session = Session(), position: Int = 0, training: TrainingRun? = nil) {
    self.session = session
    self.position = position
    self.training = training
  }

  /// The steps that the cell at `position` has taken.
  package var step: Int { training?.step ?? 0 }
}

extension RunPlan {
  /// A cell's result with its expectations held against what was measured by then.
  package func checked(_ result: CellResult, of cell: PlannedCell, in session: Session) -> CellResult {
    var result = result
    result.expectations = cell.expectations.compactMap { expectation in
      expectation.check { header.quantity($0) ?? session.quantity($0) }
    }
    return result
  }
}
