/// The memory in which a network trains, made once for a network, a batch capacity and a number of threads.
///
/// Threads divide the packing of the kernels, then the rows of the batch on the way forwards and backwards, then the chains of rows of the
/// weight gradient, then the update. Neither their number nor the capacity changes a bit of any result.
package final class Workspace {
  package let network: Network
  package let capacity: Int
  /// What layers draw random numbers by while they train.
  package let seed: UInt64
  private let wholeTeam: ThreadTeam
  /// The calling thread alone.
  private let oneThread: ThreadTeam
  private let arena: Arena
  private let plan: SlabPlan
  private let slabs: [RowSlab]
  /// The gradient in the parameters' order, and behind it the gradients of folded kernels: what is summed over the rows of a batch.
  private let summed: UnsafeMutableBufferPointer<Float>
  private let work: StepWork
  private let gradientWork: GradientWork
  /// The parts of the gradient of as many rows as the last round had.
  private var gradientShares: (rows: Int, threads: Int, shares: GradientWork.Shares) = (0, 0, ([], []))
  private let parameterCount: Int
  /// The outputs of a row (S).
  private let outputSteps: Int
  /// The loss of each output, [B·S].
  private let losses: UnsafeMutableBufferPointer<Double>

  package init(
    network: Network, capacity: Int, threads: Int, seed: UInt64 = 0, watch: (any StepWatch)? = nil
  ) {
    precondition(capacity > 0 && threads > 0, "a workspace has room for at least one row and at least one thread")
    self.network = network
    self.capacity = capacity
    self.seed = seed
    wholeTeam = ThreadTeam(threads: threads, watch: watch)
    oneThread = ThreadTeam(threads: 1, watch: watch)
    let arena = Arena()
    self.arena = arena
    let plan = SlabPlan(network, capacity: capacity, threads: threads)
    self.plan = plan
    let count = NetworkPasses.sumCount(network)
    let base = arena.floats(count)
    summed = UnsafeMutableBufferPointer(start: base, count: count)
    let shared = SharedMemory(capacity: capacity, arena: arena)
    slabs = (0..<plan.slabs).map { _ in
      RowSlab(network, rows: plan.slabRows, sums: base, shared: shared, arena: arena)
    }
    work = StepWork(slabs[0].layers.passes)
    gradientWork = GradientWork(
      slabs.map { $0.layers.passes.flatMap { $0.gradients } }, rows: min(capacity, plan.slabRows * plan.slabs),
      arena: arena)
    parameterCount = network.parameterCount
    outputSteps = network.outputSteps
    losses = .allocate(capacity: capacity * outputSteps)
    losses.initialize(repeating: 0)
  }

  /// The states that rows carry from one batch to the next, of all rows of a batch.
  var carriedMatrices: [PanelMatrix] { slabs[0].layers.carriedStates }

  /// The memory taken for matrices.
  package var bytes: Int { arena.bytes }

  deinit {
    losses.deallocate()
  }
}

extension Workspace {
  /// Makes one update of the parameters.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - state: The parameters, and what the optimizer remembers of them.
  ///   - optimizer: What makes the update.
  ///   - clipping: What the gradient is cut down to before.
  ///   - measuringNorm: Whether the gradient's norm is asked for even where nothing is clipped by it.
  /// - Returns: What the step tells of itself.
  package func takeStep(
    _ batch: Batch, state: inout TrainingState, optimizer: some Optimizer, clipping: GradientClipping? = nil,
    measuringNorm: Bool = false
  ) -> StepOutcome {
    let task = BatchTask(batch, in: self, mode: .training, update: state.step)
    sumGradient(task, parameters: state.parameters)
    unfold(with: team(for: task))
    let norm = state.update(
      optimizer, clipping: clipping, measuringNorm: measuringNorm, gradient: gradient, team: team(for: task))
    return StepOutcome(loss: meanLoss(task), gradientNorm: norm)
  }

  /// Makes one update of the parameters by the gradient as it is.
  ///
  /// - Returns: The batch's mean loss before the update.
  package func trainStep(_ batch: Batch, state: inout TrainingState, optimizer: some Optimizer) -> Double {
    takeStep(batch, state: &state, optimizer: optimizer).loss
  }

  /// The mean loss and its gradient in the parameters' order, after so many updates, which random numbers depend on.
  package func gradient(
    _ batch: Batch, parameters: [Float], update: Int = 0
  ) -> (loss: Double, gradient: [Float]) {
    let task = BatchTask(batch, in: self, mode: .training, update: update)
    sumGradient(task, parameters: parameters)
    unfold(with: team(for: task))
    return (meanLoss(task), Array(gradient))
  }

  /// What the network says about each row; a row's results do not depend on the others.
  package func evaluate(_ batch: Batch, parameters: [Float]) -> Evaluation {
    let task = BatchTask(batch, in: self, mode: .evaluating, update: 0)
    let team = team(for: task)
    pack(parameters, with: team, forTraining: false)
    var evaluation = Evaluation(targetCount: task.targets.count)
    for round in plan.rounds(of: batch.count) {
      forEachPiece(of: round, with: team) { forward(task, $0, $1) }
      for row in round { say(row, of: round, task.targets, in: &evaluation) }
    }
    evaluation.losses += losses[..<(batch.count * outputSteps)]
    return evaluation
  }
}

extension Workspace {
  /// Sums up the gradient of a share of a batch, onto the sums of the shares before it.
  ///
  /// All shares but the last have whole chains of 32 rows; there are no sums before the first.
  package func gradientSums(
    _ batch: Batch, parameters: [Float], update: Int, onto sums: GradientSums?
  ) -> GradientSums {
    let task = BatchTask(batch, in: self, mode: .training, update: update)
    if let sums { fill(with: sums) }
    sumGradient(task, parameters: parameters, continuesSums: sums != nil)
    return GradientSums(
      values: Array(summed), losses: (sums?.losses ?? []) + losses[..<(batch.count * outputSteps)])
  }

  /// Makes one update of the parameters by the sums of a whole batch, which any workspaces of the network have summed up, with so many targets.
  package func update(
    _ state: inout TrainingState, optimizer: some Optimizer, clipping: GradientClipping? = nil,
    measuringNorm: Bool = false, by sums: GradientSums, targetCount: Int
  ) -> StepOutcome {
    fill(with: sums)
    pack(state.parameters, with: wholeTeam, forTraining: true)
    unfold(with: wholeTeam)
    let norm = state.update(
      optimizer, clipping: clipping, measuringNorm: measuringNorm, gradient: gradient, team: wholeTeam)
    return StepOutcome(loss: sums.losses.reduce(0, +) / Double(targetCount), gradientNorm: norm)
  }

  private func fill(with sums: GradientSums) {
    precondition(sums.values.count == summed.count, "the sums are those of the same network")
    _ = summed.update(from: sums.values)
  }
}

extension Workspace {
  /// The gradient in the parameters' order.
  private var gradient: UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(rebasing: summed[..<parameterCount])
  }

  private func meanLoss(_ task: BatchTask) -> Double {
    losses[..<(task.batch.count * outputSteps)].reduce(0, +) / Double(task.targets.count)
  }

  /// Takes the rows forwards and backwards, and sums up the gradient; that of folded kernels remains to be taken apart.
  private func sumGradient(_ task: BatchTask, parameters: [Float], continuesSums: Bool = false) {
    let team = team(for: task)
    pack(parameters, with: team, forTraining: true)
    for round in plan.rounds(of: task.batch.count) {
      forEachPiece(of: round, with: team) { piece, thread in
        forward(task, piece, thread)
        backward(task, piece, thread)
      }
      sumGradient(
        round.count, carriesState: task.batch.carriesState, continuesSums: continuesSums || round.lowerBound > 0,
        with: team)
    }
  }

  /// Sums up the gradient over so many rows that have gone backwards.
  private func sumGradient(_ rows: Int, carriesState: Bool, continuesSums: Bool, with team: ThreadTeam) {
    guard let gradient = summed.baseAddress else { return }
    if gradientShares.rows != rows || gradientShares.threads != team.threads {
      let shares = gradientWork.shares(rows: rows, slabRows: plan.slabRows, threads: team.threads)
      gradientShares = (rows, team.threads, shares)
    }
    let (parts, ends) = gradientShares.shares
    team.run(.weightGradient, parts: parts.count, shares: ends) { part, _ in
      gradientWork.sum(parts[part], carriesState: carriesState)
    }
    let chains = GradientWork.chains(of: rows)
    let team = parameterCount < Self.parallelPacking ? oneThread : team
    team.run(.adding, parts: gradientWork.additions.count) { part, _ in
      gradientWork.add(gradientWork.additions[part], chains: chains, to: gradient, continuesSums: continuesSums)
    }
  }

  /// Takes the gradient of folded kernels to those of their factors.
  private func unfold(with team: ThreadTeam) {
    guard let gradient = summed.baseAddress else { return }
    team.run(.unfolding, parts: work.unfolding.count) { part, _ in work.unfolding[part](gradient) }
  }

  /// The multiplications of a forward pass from which on more than one thread is faster: below it, threads wait longer than they work.
  private static let productsForThreads = 1 << 19

  /// The threads that a batch is worth.
  private func team(for task: BatchTask) -> ThreadTeam {
    parameterCount * network.stepsRead * task.batch.count < Self.productsForThreads ? oneThread : wholeTeam
  }

  /// The parameters from which on more than one thread packs them and adds up their gradient.
  private static let parallelPacking = 1 << 14

  /// Packs the kernels.
  private func pack(_ parameters: [Float], with team: ThreadTeam, forTraining: Bool) {
    precondition(parameters.count == parameterCount, "there is a value for every parameter of the network")
    parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      for take in work.taking { take(base) }
      let packing = forTraining ? work.packing : work.forwardPacking
      let team = parameters.count < Self.parallelPacking ? oneThread : team
      team.run(.packing, parts: packing.count) { part, _ in packing[part](base) }
    }
  }

  private func forward(_ task: BatchTask, _ piece: SlabPlan.Piece, _ thread: ThreadWatch) {
    let (slab, rows, start) = (slabs[piece.slab], piece.rows, piece.start)
    thread.begin(.inputs)
    for row in rows { slab.fill(row: row, from: task.batch, batchRow: start + row, steps: task.steps(of: start + row)) }
    let context = task.context(from: start, thread)
    for pass in slab.layers.passes { pass.forward(rows: rows, context) }
    thread.begin(.losses)
    let targets = task.targets(from: start)
    for row in rows {
      for step in 0..<outputSteps {
        losses[(start + row) * outputSteps + step] = slab.loss.forward(step: step, row: row, targets)
      }
    }
  }

  private func backward(_ task: BatchTask, _ piece: SlabPlan.Piece, _ thread: ThreadWatch) {
    let (slab, rows, start) = (slabs[piece.slab], piece.rows, piece.start)
    thread.begin(.losses)
    let targets = task.targets(from: start)
    for row in rows {
      for step in 0..<outputSteps {
        slab.loss.backward(step: step, row: row, targets, scale: task.scale)
      }
    }
    let context = task.context(from: start, thread)
    for pass in slab.layers.passes.reversed() { pass.backward(rows: rows, context) }
  }

  /// Appends what the outputs of a row say.
  private func say(_ row: Int, of round: Range<Int>, _ targets: TargetTable, in evaluation: inout Evaluation) {
    let (slab, place) = (row - round.lowerBound).quotientAndRemainder(dividingBy: plan.slabRows)
    let targets = targets.rows(from: row - place)
    for step in 0..<outputSteps { slabs[slab].loss.say(step: step, row: place, targets, in: &evaluation) }
  }

  /// Calls `body` with the pieces of a round, each thread with as many rows.
  private func forEachPiece(
    of round: Range<Int>, with team: ThreadTeam, _ body: (SlabPlan.Piece, ThreadWatch) -> Void
  ) {
    let threads = min(team.threads, round.count)
    team.run(.inputs, parts: threads) { part, thread in
      for piece in plan.pieces(of: round, thread: part, threads: threads) { body(piece, thread) }
    }
  }
}
