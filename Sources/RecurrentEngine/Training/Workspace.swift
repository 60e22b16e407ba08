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
  /// The gradient in the parameters' order, and behind it the gradients of folded kernels: what is summed over the rows of a batch.
  private let summed: UnsafeMutableBufferPointer<Float>
  private let work: StepWork
  private let rowWork: RowWork
  private let gradientWork: GradientWork
  /// The parts of the gradient of as many rows as the last round had.
  private var gradientShares: (rows: Int, threads: Int, shares: GradientWork.Shares) = (0, 0, ([], []))
  private let parameterCount: Int
  /// What is handed from rank to rank; nil where one process takes every step alone.
  private let runningSums: RunningSums?

  /// Makes the memory.
  ///
  /// - Parameters:
  ///   - network: What trains.
  ///   - capacity: The most rows of a batch.
  ///   - threads: How many threads share the work of this process.
  ///   - seed: What layers draw random numbers by while they train.
  ///   - communicator: The ranks that take every step together, each with a workspace of the same network and capacity.
  ///   - watch: Who is told what threads are at.
  package init(
    network: Network, capacity: Int, threads: Int, seed: UInt64 = 0, communicator: (any Communicator)? = nil,
    watch: (any StepWatch)? = nil
  ) {
    precondition(capacity > 0 && threads > 0, "a workspace has room for at least one row and at least one thread")
    self.network = network
    self.capacity = capacity
    self.seed = seed
    wholeTeam = ThreadTeam(threads: threads, watch: watch)
    oneThread = ThreadTeam(threads: 1, watch: watch)
    let arena = Arena()
    self.arena = arena
    let count = NetworkPasses.sumCount(network)
    let base = arena.floats(count)
    summed = UnsafeMutableBufferPointer(start: base, count: count)
    let rowWork = RowWork(network, capacity: capacity, threads: threads, sums: base, arena: arena)
    self.rowWork = rowWork
    work = StepWork(rowWork.slabs[0].layers.passes)
    let gradientWork = GradientWork(
      rowWork.slabs.map { $0.layers.passes.flatMap { $0.gradients } },
      rows: communicator.map { RankWave.mostRows(of: capacity, size: $0.size, most: GradientWork.chains) }
        ?? min(capacity, rowWork.plan.slabRows * rowWork.plan.slabs),
      arena: arena)
    self.gradientWork = gradientWork
    runningSums = communicator.map { RunningSums($0, count: gradientWork.chainStride, arena: arena) }
    parameterCount = network.parameterCount
  }

  /// The states that rows carry from one batch to the next, of all rows of a batch.
  var carriedMatrices: [PanelMatrix] { rowWork.slabs[0].layers.carriedStates }

  /// The memory taken for matrices.
  package var bytes: Int { arena.bytes }
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
    let loss = sumGradient(task, parameters: state.parameters)
    unfold(with: team(for: task))
    let norm = state.update(
      optimizer, clipping: clipping, measuringNorm: measuringNorm, gradient: gradient, team: team(for: task))
    return StepOutcome(loss: loss, gradientNorm: norm)
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
    let loss = sumGradient(task, parameters: parameters)
    unfold(with: team(for: task))
    return (loss, Array(gradient))
  }

  /// What the network says about each row; a row's results do not depend on the others.
  package func evaluate(_ batch: Batch, parameters: [Float]) -> Evaluation {
    let task = BatchTask(batch, in: self, mode: .evaluating, update: 0)
    let team = team(for: task)
    pack(parameters, with: team, forTraining: false)
    guard let communicator = runningSums?.communicator else {
      return rowWork.evaluate(task, 0..<batch.count, with: team)
    }
    let waves = RankWave.waves(rows: batch.count, size: communicator.size, most: GradientWork.chains)
    var evaluation = Evaluation(targetCount: task.targets.count)
    for wave in waves {
      let rows = wave.place(of: communicator.rank).map { wave.rows[$0] } ?? 0..<0
      let own = rowWork.evaluate(task, rows, with: team)
      for rank in wave.ranks { evaluation.append(own.shared(from: rank, communicator)) }
    }
    if batch.carriesState { shareCarriedStates(of: waves, communicator) }
    return evaluation
  }
}

extension Workspace {
  /// The gradient in the parameters' order.
  private var gradient: UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(rebasing: summed[..<parameterCount])
  }

  /// Takes the rows forwards and backwards, and sums up the gradient; that of folded kernels remains to be taken apart.
  ///
  /// - Returns: The mean loss.
  private func sumGradient(_ task: BatchTask, parameters: [Float]) -> Double {
    let team = team(for: task)
    pack(parameters, with: team, forTraining: true)
    let rows = 0..<task.batch.count
    let loss: Double
    if let runningSums {
      loss = sumGradient(task, with: team, handingOn: runningSums)
    } else {
      for round in rowWork.plan.rounds(of: rows) {
        sumChains(task, round, with: team)
        let chains = GradientWork.chains(of: round.count)
        addUp(with: team) { addition, gradient in
          gradientWork.add(addition, chains: chains, to: gradient, continuesSums: round.lowerBound > 0)
        }
      }
      loss = rowWork.losses(of: rows).reduce(0, +)
    }
    return loss / Double(task.targets.count)
  }

  /// Sums up the gradient of this rank's rows, onto what others have summed up of theirs, and gives the loss of all.
  private func sumGradient(_ task: BatchTask, with team: ThreadTeam, handingOn running: RunningSums) -> Double {
    let waves = RankWave.waves(
      rows: task.batch.count, size: running.communicator.size, most: GradientWork.chains)
    for (index, wave) in waves.enumerated() {
      let rows = wave.place(of: running.communicator.rank).map { wave.rows[$0] } ?? 0..<0
      for round in rowWork.plan.rounds(of: rows) {
        sumChains(task, round, from: (round.lowerBound - rows.lowerBound) / WeightGradient.chainRows, with: team)
      }
      let chains = GradientWork.chains(of: rows.count)
      running.handOn(wave, isFirst: index == 0) { loss in
        loss = rowWork.losses(of: rows).reduce(loss, +)
      } add: { range, isFirst in
        let parts = GradientWork.parts(of: range)
        team.run(.adding, parts: parts.count) { part, _ in
          gradientWork.add(parts[part], chains: chains, onto: running.sums, continuesSums: !isFirst)
        }
      }
    }
    if let last = waves.last { running.share(from: last) }
    addUp(with: team) { addition, gradient in
      gradientWork.add(addition, of: running.sums, to: gradient, isFirst: true)
    }
    if task.batch.carriesState { shareCarriedStates(of: waves, running.communicator) }
    return running.loss
  }

  /// Takes rows forwards and backwards, and sums up their chains, the first of which has this number among those that are added up together.
  private func sumChains(_ task: BatchTask, _ round: Range<Int>, from chain: Int = 0, with team: ThreadTeam) {
    rowWork.train(task, round, with: team)
    if gradientShares.rows != round.count || gradientShares.threads != team.threads {
      let shares = gradientWork.shares(rows: round.count, slabRows: rowWork.plan.slabRows, threads: team.threads)
      gradientShares = (round.count, team.threads, shares)
    }
    let (parts, ends) = gradientShares.shares
    team.run(.weightGradient, parts: parts.count, shares: ends) { part, _ in
      gradientWork.sum(parts[part], from: chain, carriesState: task.batch.carriesState)
    }
  }

  /// Calls `body` with the parts in which sums are added to the gradient, and where that begins.
  private func addUp(
    with team: ThreadTeam, _ body: (GradientWork.Addition, UnsafeMutablePointer<Float>) -> Void
  ) {
    guard let gradient = summed.baseAddress else { return }
    let team = parameterCount < Self.parallelPacking ? oneThread : team
    team.run(.adding, parts: gradientWork.additions.count) { part, _ in body(gradientWork.additions[part], gradient) }
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
}
