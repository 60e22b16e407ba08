/// The memory in which a network trains, made once for a network, a batch capacity and a number of threads.
///
/// Threads divide the rows of the batch on the way forwards and backwards, and the rows of the kernels in the weight gradient; they meet
/// twice a step. Neither their number nor the capacity changes a bit of any result.
package final class Workspace {
  package let network: Network
  package let capacity: Int
  private let threads: Int
  private let arena: Arena
  private let inputs: PanelMatrix
  private let passes: [any LayerPass]
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
    self.threads = threads
    let arena = Arena()
    self.arena = arena
    inputs = arena.matrix(
      steps: network.input.steps, columns: network.input.features, rows: PanelMatrix.room(rows: capacity))
    passes = network.makePasses(inputs: inputs, arena: arena)
    let last = passes[passes.count - 1]
    lossPass = LossPass(network.loss, outputs: last.output, outputGradient: last.outputGradient, arena: arena)
    let parameterCount = network.parameterCount
    gradient = UnsafeMutableBufferPointer(start: arena.floats(parameterCount), count: parameterCount)
    let scratchCount = passes.map { $0.weightGradient.scratchCount(parts: threads) }.max() ?? 0
    scratch = (0..<threads).map { _ in arena.floats(scratchCount) }
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
    state.update(optimizer, gradient: UnsafeBufferPointer(gradient))
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
    forEachRows(of: batch) { rows in
      self.forward(batch, rows: rows)
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
    forEachRows(of: batch) { rows in
      self.forward(batch, rows: rows)
      self.backward(batch, rows: rows)
    }
    guard let gradient = gradient.baseAddress else { return .nan }
    concurrently(parts: threads) { part in
      for pass in self.passes {
        pass.weightGradient.compute(
          part: part, of: self.threads, count: batch.count, into: gradient, scratch: self.scratch[part])
      }
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
  }

  private func pack(_ parameters: [Float], forTraining: Bool) {
    parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      for pass in passes {
        pass.kernel.packForward(base)
        if forTraining { pass.kernel.packBackward(base) }
      }
    }
  }

  private func forward(_ batch: Batch, rows: Range<Int>) {
    inputs.fill(from: batch, rows: rows)
    for pass in passes { pass.forward(rows: rows) }
    for row in rows where row < batch.count {
      losses[row] = lossPass.forward(row: row, label: Int(batch.labels[row]))
    }
  }

  private func backward(_ batch: Batch, rows: Range<Int>) {
    let scale = 1 / Float(batch.count)
    for row in rows where row < batch.count {
      lossPass.backward(row: row, label: Int(batch.labels[row]), scale: scale)
    }
    for pass in passes.reversed() { pass.backward(rows: rows) }
  }

  /// Calls `body` with whole tiles of the batch's rows, on all threads at once.
  private func forEachRows(of batch: Batch, _ body: (Range<Int>) -> Void) {
    let tiles = (batch.count + ProductTile.rows - 1) / ProductTile.rows
    concurrently(parts: threads) { part in
      let share = tiles * part / self.threads..<tiles * (part + 1) / self.threads
      body(share.lowerBound * ProductTile.rows..<share.upperBound * ProductTile.rows)
    }
  }
}
