/// The memory in which a network trains, made once for a network, a batch capacity and a number of threads.
///
/// Threads divide the packing of the kernels, then the rows of the batch on the way forwards and backwards, then the columns of the kernels
/// in the weight gradient, then the update. Neither their number nor the capacity changes a bit of any result.
package final class Workspace {
  package let network: Network
  package let capacity: Int
  private let wholeTeam: ThreadTeam
  /// The threads for the batch at hand.
  private var team: ThreadTeam
  private let arena: Arena
  /// The last steps of the batch that the network reads, [T, B, D].
  private let inputs: PanelMatrix
  private let layers: NetworkPasses
  private let work: StepWork
  private let lossPass: LossPass
  /// The gradient in the parameters' order.
  private let gradient: UnsafeMutableBufferPointer<Float>
  /// Working memory of each thread's part of the weight gradient.
  private let scratch: [UnsafeMutablePointer<Float>]
  /// The loss of each row.
  private let losses: UnsafeMutableBufferPointer<Double>

  package init(network: Network, capacity: Int, threads: Int) {
    precondition(capacity > 0 && threads > 0, "a workspace has room for at least one row and at least one thread")
    self.network = network
    self.capacity = capacity
    wholeTeam = ThreadTeam(threads: threads)
    team = wholeTeam
    let arena = Arena()
    self.arena = arena
    inputs = arena.matrix(
      steps: network.lastRecurrentIndex == nil ? 1 : network.input.steps, columns: network.input.features,
      rows: PanelMatrix.room(rows: capacity))
    layers = NetworkPasses(network, inputs: inputs, arena: arena)
    work = StepWork(layers, threads: threads)
    let last = layers.passes[layers.passes.count - 1]
    lossPass = LossPass(network.loss, outputs: last.output, outputGradient: last.outputGradient, arena: arena)
    let parameterCount = network.parameterCount
    gradient = UnsafeMutableBufferPointer(start: arena.floats(parameterCount), count: parameterCount)
    let scratchCount = layers.passes.map(\.weightGradient.scratchCount) + layers.folds.map { $0?.scratchCount ?? 0 }
    scratch = (0..<threads).map { _ in arena.floats(scratchCount.max() ?? 0) }
    losses = .allocate(capacity: capacity)
    losses.initialize(repeating: 0)
  }

  /// The memory taken for matrices.
  package var bytes: Int { arena.bytes }

  deinit {
    losses.deallocate()
  }

  /// Makes one update of the parameters.
  ///
  /// - Returns: The batch's mean loss before the update.
  package func trainStep(_ batch: Batch, state: inout TrainingState, optimizer: Optimizer) -> Double {
    let loss = computeGradient(batch, parameters: state.parameters)
    state.update(optimizer, gradient: UnsafeBufferPointer(gradient), team: team)
    return loss
  }

  /// The mean loss and its gradient in the parameters' order.
  package func gradient(_ batch: Batch, parameters: [Float]) -> (loss: Double, gradient: [Float]) {
    let loss = computeGradient(batch, parameters: parameters)
    return (loss, Array(gradient))
  }

  /// What the network says about each row; a row's results do not depend on the others.
  package func evaluate(_ batch: Batch, parameters: [Float]) -> Evaluation {
    check(batch, parameters)
    pack(parameters, forTraining: false)
    forEachShare(of: batch) { rows in
      self.forward(batch, rows: rows, keepsNothing: true)
    }
    let predictions = (0..<batch.count).map { lossPass.prediction(row: $0) }
    let probabilities = (0..<batch.count * network.classes).map { place in
      lossPass.probability(row: place / network.classes, class: place % network.classes)
    }
    let correct = zip(predictions, batch.labels).count { $0 == Int($1) }
    return Evaluation(
      losses: Array(losses[..<batch.count]), predictions: predictions, probabilities: probabilities, correct: correct)
  }

  private func computeGradient(_ batch: Batch, parameters: [Float]) -> Double {
    check(batch, parameters)
    pack(parameters, forTraining: true)
    forEachShare(of: batch) { rows in
      self.forward(batch, rows: rows, keepsNothing: false)
      self.backward(batch, rows: rows)
    }
    guard let gradient = gradient.baseAddress else { return .nan }
    for parts in [work.gradient, work.unfolding] {
      team.run(parts: parts.count) { part, thread in parts[part](batch.count, gradient, scratch[thread]) }
    }
    return losses[..<batch.count].reduce(0, +) / Double(batch.count)
  }

  private func check(_ batch: Batch, _ parameters: [Float]) {
    precondition(batch.input == network.input, "the batch has the network's input shape")
    precondition(
      (1...min(capacity, batch.capacity)).contains(batch.count), "the batch has rows, no more than there is room for")
    precondition(parameters.count == gradient.count, "there is a value for every parameter of the network")
    precondition(
      batch.labels[..<batch.count].allSatisfy { Int($0) < network.classes },
      "every label is one of the network's classes")
    let products = parameters.count * inputs.steps * batch.count
    team = products < Self.productsForThreads ? .single : wholeTeam
  }

  /// The multiplications of a forward pass from which on more than one thread is faster: below it, threads wait longer than they work.
  private static let productsForThreads = 1 << 19

  /// The parameters from which on more than one thread packs them.
  private static let parallelPacking = 1 << 14

  /// Packs the kernels.
  private func pack(_ parameters: [Float], forTraining: Bool) {
    parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      for fold in layers.folds { fold?.fill(base) }
      let packing = forTraining ? work.packing : work.forwardPacking
      let team = parameters.count < Self.parallelPacking ? ThreadTeam.single : team
      team.run(parts: packing.count) { part, _ in packing[part](base) }
    }
  }

  private func forward(_ batch: Batch, rows: Range<Int>, keepsNothing: Bool) {
    inputs.fill(from: batch, rows: rows)
    for pass in layers.passes { pass.forward(rows: rows, keepsNothing: keepsNothing) }
    for row in rows {
      losses[row] = lossPass.forward(row: row, label: Int(batch.labels[row]))
    }
  }

  private func backward(_ batch: Batch, rows: Range<Int>) {
    let scale = 1 / Float(batch.count)
    for row in rows {
      lossPass.backward(row: row, label: Int(batch.labels[row]), scale: scale)
    }
    for pass in layers.passes.reversed() { pass.backward(rows: rows) }
  }

  /// The most rows that a thread takes through all steps at once, so that what they leave behind stays in its cache.
  private static let shareRows = 96

  /// Calls `body` with equal shares of the batch's rows, as many for each thread.
  private func forEachShare(of batch: Batch, _ body: (Range<Int>) -> Void) {
    let rounds = (batch.count + team.threads * Self.shareRows - 1) / (team.threads * Self.shareRows)
    let shares = min(rounds * team.threads, batch.count)
    team.run(parts: shares) { share, _ in
      body(batch.count * share / shares..<batch.count * (share + 1) / shares)
    }
  }
}

extension PanelMatrix {
  /// Takes rows of a batch, of which it has room for the last steps.
  fileprivate func fill(from batch: Batch, rows: Range<Int>) {
    let skipped = batch.input.steps - steps
    batch.values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      for row in rows {
        for step in 0..<steps {
          fill(from: base + (row * batch.input.steps + skipped + step) * columns, row: row, step: step)
        }
      }
    }
  }
}
