package import NotebookPlanning
package import NotebookResults

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
    package let cache: CellCache?
    /// The processes that run the same plan together; nil where this one runs it alone.
    package let ranks: RunRanks?

    package init(
      threads: Int, isCancelled: @escaping () -> Bool = { false }, cache: CellCache? = nil, ranks: RunRanks? = nil
    ) {
      self.threads = threads
      self.isCancelled = isCancelled
      self.cache = cache
      self.ranks = ranks
    }

    /// Whether the run is to stop between two steps, which ranks decide together.
    fileprivate var isStopped: Bool { ranks.map { $0.first(isCancelled()) } ?? isCancelled() }

    /// Whether a cell is to stop in the midst of a step: of ranks the first alone may, and the others hear of it when the step is over.
    fileprivate var isStoppedHere: () -> Bool { ranks?.isFirst == false ? { false } : isCancelled }
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
  ///   - pause: When to pause; only work that goes on step by step can.
  ///   - afresh: Whether to do the work even when its result was kept.
  ///   - observe: Takes the events as they happen.
  /// - Returns: How the cell ended.
  @discardableResult
  package mutating func runNextCell(
    until pause: PauseRule = .end, afresh: Bool = false, _ observe: (RunEvent) -> Void
  ) -> CellEnd {
    guard !isFinished else { return .nothingLeft }
    let (cell, index) = (plan.cells[position], position)
    guard point.work != nil || !options.isStopped else {
      observe(.cellFailed(index, CellFailure("stopped before it began", kind: .interrupted)))
      return .failed
    }
    observe(.cellStarted(index))
    var copy = session
    do throws(CellFailure) {
      switch try beginTogether(cell, in: &copy, until: pause, afresh: afresh, observe) {
      case .finished(let result):
        finish(result, of: cell, in: &copy, observe)
        return .finished
      case .underWay(let work):
        return try goOn(with: work, of: cell, in: copy, until: pause, observe)
      }
    } catch {
      point.work = nil
      observe(.cellFailed(index, error))
      return .failed
    }
  }

  /// Runs every cell that is left, until one fails or is broken off.
  package mutating func runRemainingCells(_ observe: (RunEvent) -> Void) {
    while runNextCell(observe) == .finished {}
  }

  /// Goes past the next cell with what one of the same key has left behind elsewhere.
  mutating func pass(leaving part: Session) {
    point.session.merge(part)
    point = RunPoint(session: point.session, position: position + 1)
  }

  /// Keeps how far the work under way has come.
  package func keepWork() {
    guard let work = point.work, let (store, key) = cached else { return }
    store.keep(work.checkpoint, of: key)
  }

  /// Where the cell at hand is kept, and under what.
  private var cached: (store: any CellStore, key: CacheKey)? {
    options.cache.map { ($0.store, $0.keys[position]) }
  }

  /// Runs points of a sweep beside one another, on the threads and with the store of this run.
  private func crew(for points: [PlannedPoint]) -> any PointCrew {
    let shared = SharedCells(
      of: points, knowing: plan.cells.prefix(position), plan.cacheKeys().prefix(position), in: session)
    return PointTeam(points, threads: options.threads, store: options.cache?.store, shared: shared)
  }

  /// Begins a cell on all ranks, or here alone.
  private mutating func beginTogether(
    _ cell: PlannedCell, in session: inout Session, until pause: PauseRule, afresh: Bool, _ observe: (RunEvent) -> Void
  ) throws(CellFailure) -> BegunCell {
    guard let ranks = options.ranks else {
      return try begin(cell, in: &session, until: pause, afresh: afresh, observe)
    }
    return try ranks.agreed { () throws(CellFailure) in
      try begin(cell, in: &session, until: pause, afresh: afresh, observe)
    }
  }

  /// Begins a cell, or takes up what is left of it here or was kept by an earlier run.
  private mutating func begin(
    _ cell: PlannedCell, in session: inout Session, until pause: PauseRule, afresh: Bool, _ observe: (RunEvent) -> Void
  ) throws(CellFailure) -> BegunCell {
    if let work = point.work {
      // One owner at a time, so that the weights are changed in place.
      point.work = nil
      return .underWay(work)
    }
    // What a cell has not said that it depends on, it does not get: so an oversight fails at once and gives no stale result.
    let dependencies = cell.dependencies
    let context = CellContext(
      label: cell.header.label, seed: dependencies.seed(in: plan.header.seed) ?? 0, threads: options.threads,
      ranks: options.ranks, isCancelled: options.isStoppedHere)
    var seen = session.restricted(to: dependencies.reads)
    defer { session.merge(seen) }
    var checkpoint: CellCheckpoint?
    if !afresh, let (store, key) = cached {
      switch Reuse(of: key, in: store, until: pause) {
      case .nothing: break
      case .beginning(let kept): checkpoint = kept
      case .all(let kept):
        if let result = cell.action.restore(kept, in: &seen, context) {
          observe(.cellReused(position, steps: nil))
          return .finished(result)
        }
        store.noteMisfit(key, step: kept.step)
      }
    }
    let begun =
      if let sweep = cell.action as? any SweepingAction {
        try sweep.begin(with: crew(for: sweep.points), from: checkpoint)
      } else {
        try cell.action.begin(in: &seen, from: checkpoint, context)
      }
    switch begun {
    case .finished(let result):
      if let (store, key) = cached { store.keep(result, of: key) }
    case .underWay(let work):
      if work.step > 0 {
        observe(.cellReused(position, steps: work.step))
      } else if let checkpoint, checkpoint.step > 0, let (store, key) = cached {
        store.noteMisfit(key, step: checkpoint.step)
      }
    }
    return begun
  }

  /// Takes the steps that are left, or as many as were asked for.
  private mutating func goOn(
    with work: any CellWork, of cell: PlannedCell, in session: Session, until pause: PauseRule,
    _ observe: (RunEvent) -> Void
  ) throws(CellFailure) -> CellEnd {
    var (work, session) = (work, session)
    let (cached, options) = (cached, options)
    var clock = CheckpointClock()
    while !work.isFinished, !pause.isMet(by: work.progress), !options.isStopped {
      try work.takeStep { options.isStopped }
      observe(.progress(position, work.progress))
      if let cached, clock.isDue { clock.measure { cached.store.keep(work.checkpoint, of: cached.key) } }
    }
    let isCancelled = options.isStopped
    if !work.isFinished, isCancelled || !pause.isForAMoment { work.rest() }
    if let cached, work.isFinished || isCancelled { cached.store.keep(work.checkpoint, of: cached.key) }
    guard work.isFinished else {
      point.work = work
      point.session = session
      let pause = CellPause(progress: work.progress, result: work.result, isInterruption: isCancelled)
      observe(.cellPaused(position, pause))
      return .paused
    }
    work.leave(in: &session)
    finish(work.result, of: cell, in: &session, observe)
    return .finished
  }

  private mutating func finish(
    _ result: CellResult, of cell: PlannedCell, in session: inout Session, _ observe: (RunEvent) -> Void
  ) {
    // One owner, so that the records are added to in place.
    point.session = Session()
    session.records[cell.header.label] = CellRecord(result)
    if let (store, key) = cached { store.noteFinished(key, isOfPoint: options.cache?.isOfPoint ?? false) }
    let index = position
    point = RunPoint(session: session, position: index + 1)
    observe(.cellFinished(index, plan.checked(result, of: cell, in: session)))
  }
}

extension StoredCell {
  /// The steps of work that goes on step by step.
  fileprivate var step: Int? {
    switch self {
    case .result: nil
    case .end(let checkpoint): checkpoint.step
    }
  }
}
