/// The memory in which a network trains, made once for a network, a batch capacity and a number of threads.
///
/// Threads divide the packing of the kernels, then the rows of the batch on the way forwards and backwards, then the columns of the kernels
/// in the weight gradient, then the update. Neither their number nor the capacity changes a bit of any result.
package final class Workspace {
  package let network: Network
  package let capacity: Int
  /// What layers draw random numbers by while they train.
  package let seed: UInt64
  private let wholeTeam: ThreadTeam
  private let arena: Arena
  /// The steps of the batch that the network reads, [T, B, D].
  private let inputs: PanelMatrix
  let layers: NetworkPasses
  private let work: StepWork
  private let lossPass: any LossPass
  private let parameterCount: Int
  /// The outputs of a row (S).
  private let outputSteps: Int
  /// Working memory of each thread's part of the weight gradient.
  private let scratch: [UnsafeMutablePointer<Float>]
  /// The loss of each output, [B·S].
  private let losses: UnsafeMutableBufferPointer<Double>

  package init(network: Network, capacity: Int, threads: Int, seed: UInt64 = 0) {
    precondition(capacity > 0 && threads > 0, "a workspace has room for at least one row and at least one thread")
    self.network = network
    self.capacity = capacity
    self.seed = seed
    wholeTeam = ThreadTeam(threads: threads)
    let arena = Arena()
    self.arena = arena
    inputs = arena.matrix(
      steps: network.stepsRead, columns: network.input.features, rows: PanelMatrix.room(rows: capacity))
    layers = NetworkPasses(network, inputs: inputs, arena: arena)
    let work = StepWork(layers.passes, threads: threads)
    self.work = work
    let last = layers.passes[layers.passes.count - 1]
    lossPass = network.loss.makePass(last.output, gradient: last.outputGradient, arena: arena)
    parameterCount = network.parameterCount
    outputSteps = network.outputSteps
    scratch = (0..<threads).map { _ in arena.floats(work.scratchCount) }
    losses = .allocate(capacity: capacity * outputSteps)
    losses.initialize(repeating: 0)
  }

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
    pack(parameters, with: team(for: task), forTraining: false)
    forEachShare(of: task) { forward(task, rows: $0) }
    let steps = outputSteps
    var evaluation = Evaluation(losses: Array(losses[..<(batch.count * steps)]), targetCount: task.targets.count)
    for row in 0..<batch.count {
      for step in 0..<steps { lossPass.say(step: step, row: row, task.targets, in: &evaluation) }
    }
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
      values: Array(layers.sums), losses: (sums?.losses ?? []) + losses[..<(batch.count * outputSteps)])
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
    precondition(sums.values.count == layers.sums.count, "the sums are those of the same network")
    _ = layers.sums.update(from: sums.values)
  }
}

extension Workspace {
  /// The gradient in the parameters' order.
  private var gradient: UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(rebasing: layers.sums[..<parameterCount])
  }

  private func meanLoss(_ task: BatchTask) -> Double {
    losses[..<(task.batch.count * outputSteps)].reduce(0, +) / Double(task.targets.count)
  }

  /// Takes the rows forwards and backwards, and sums up the gradient; that of folded kernels remains to be taken apart.
  private func sumGradient(_ task: BatchTask, parameters: [Float], continuesSums: Bool = false) {
    let team = team(for: task)
    pack(parameters, with: team, forTraining: true)
    forEachShare(of: task) { rows in
      forward(task, rows: rows)
      backward(task, rows: rows)
    }
    let rows = GradientRows(
      count: task.batch.count, continuesSums: continuesSums, carriesState: task.batch.carriesState)
    run(work.gradient, over: rows, with: team)
  }

  /// Takes the gradient of folded kernels to those of their factors.
  private func unfold(with team: ThreadTeam) {
    run(work.unfolding, over: GradientRows(count: 0), with: team)
  }

  private func run(_ parts: [GradientPart], over rows: GradientRows, with team: ThreadTeam) {
    guard let gradient = layers.sums.baseAddress else { return }
    team.run(parts: parts.count) { part, thread in parts[part](rows, gradient, scratch[thread]) }
  }

  /// The multiplications of a forward pass from which on more than one thread is faster: below it, threads wait longer than they work.
  private static let productsForThreads = 1 << 19

  /// The threads that a batch is worth.
  private func team(for task: BatchTask) -> ThreadTeam {
    parameterCount * inputs.steps * task.batch.count < Self.productsForThreads ? .single : wholeTeam
  }

  /// The parameters from which on more than one thread packs them.
  private static let parallelPacking = 1 << 14

  /// Packs the kernels.
  private func pack(_ parameters: [Float], with team: ThreadTeam, forTraining: Bool) {
    precondition(parameters.count == parameterCount, "there is a value for every parameter of the network")
    parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      for take in work.taking { take(base) }
      let packing = forTraining ? work.packing : work.forwardPacking
      let team = parameters.count < Self.parallelPacking ? ThreadTeam.single : team
      team.run(parts: packing.count) { part, _ in packing[part](base) }
    }
  }

  private func forward(_ task: BatchTask, rows: Range<Int>) {
    for row in rows { inputs.fill(row: row, from: task.batch, steps: task.steps(of: row)) }
    for pass in layers.passes { pass.forward(rows: rows, task.context) }
    let steps = outputSteps
    for row in rows {
      for step in 0..<steps { losses[row * steps + step] = lossPass.forward(step: step, row: row, task.targets) }
    }
  }

  private func backward(_ task: BatchTask, rows: Range<Int>) {
    for row in rows {
      for step in 0..<outputSteps {
        lossPass.backward(step: step, row: row, task.targets, scale: task.scale)
      }
    }
    for pass in layers.passes.reversed() { pass.backward(rows: rows, task.context) }
  }

  /// The most rows that a thread takes through all steps at once, so that what they leave behind stays in its cache.
  private static let shareRows = 96

  /// Calls `body` with equal shares of the batch's rows, as many for each thread.
  private func forEachShare(of task: BatchTask, _ body: (Range<Int>) -> Void) {
    let (count, team) = (task.batch.count, team(for: task))
    let rounds = (count + team.threads * Self.shareRows - 1) / (team.threads * Self.shareRows)
    let shares = min(rounds * team.threads, count)
    team.run(parts: shares) { share, _ in
      body(count * share / shares..<count * (share + 1) / shares)
    }
  }
}

extension PanelMatrix {
  /// Has a batch write one of its rows, of which it takes some steps, and zeros behind them.
  fileprivate func fill(row: Int, from batch: Batch, steps: Range<Int>) {
    batch.inputs.write(row: row, into: InputRow(self, row: row, steps: steps))
    for step in min(steps.count, self.steps)..<self.steps { self.step(step).clear(rows: row..<row + 1) }
  }
}
