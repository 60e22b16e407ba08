/// What is done with the rows of a batch in the slabs of memory that it has: in a training a round of them goes forwards and backwards, in an
/// evaluation each thread takes its share of them forwards.
final class RowWork {
  let plan: SlabPlan
  let slabs: [RowSlab]
  /// The outputs of a row (S).
  private let outputSteps: Int
  /// The loss of each output of the rows that were worked on here, [B·S].
  private let losses: UnsafeMutableBufferPointer<Double>

  init(_ network: Network, capacity: Int, threads: Int, sums: UnsafeMutablePointer<Float>, arena: Arena) {
    let plan = SlabPlan(network, capacity: capacity, threads: threads)
    self.plan = plan
    let shared = SharedMemory(capacity: capacity, arena: arena)
    slabs = (0..<plan.slabs).map { _ in
      RowSlab(network, rows: plan.slabRows, sums: sums, shared: shared, arena: arena)
    }
    outputSteps = network.outputSteps
    losses = .allocate(capacity: capacity * outputSteps)
    losses.initialize(repeating: 0)
  }

  deinit {
    losses.deallocate()
  }

  /// The losses of rows, whose round may be over.
  func losses(of rows: Range<Int>) -> Slice<UnsafeMutableBufferPointer<Double>> {
    losses[rows.lowerBound * outputSteps..<rows.upperBound * outputSteps]
  }

  /// What the network says about each of some rows.
  func evaluate(_ task: BatchTask, _ rows: Range<Int>, with team: ThreadTeam) -> Evaluation {
    let threads = min(team.threads, rows.count, plan.room)
    let nothing = Evaluation(targetCount: task.targets.count)
    var shares = Array(repeating: nothing, count: threads)
    shares.withUnsafeMutableBufferPointer { shares in
      team.run(.inputs, parts: threads) { part, thread in
        for piece in plan.passingPieces(of: rows, for: SlabPlan.Sharer(thread: part, threads: threads)) {
          forward(task, piece, thread)
          say(task, piece, in: &shares[part])
        }
      }
    }
    var evaluation = nothing
    for share in shares { evaluation.append(share) }
    evaluation.losses += losses(of: rows)
    return evaluation
  }

  /// Takes a round of rows forwards and backwards, to the gradients of all pre-activations.
  func train(_ task: BatchTask, _ round: Range<Int>, with team: ThreadTeam) {
    let threads = min(team.threads, round.count)
    team.run(.inputs, parts: threads) { part, thread in
      for piece in plan.pieces(of: round, for: SlabPlan.Sharer(thread: part, threads: threads)) {
        forward(task, piece, thread)
        backward(task, piece, thread)
      }
    }
  }
}

extension RowWork {
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

  /// Appends what the outputs of some rows say.
  private func say(_ task: BatchTask, _ piece: SlabPlan.Piece, in evaluation: inout Evaluation) {
    let targets = task.targets(from: piece.start)
    for row in piece.rows {
      for step in 0..<outputSteps { slabs[piece.slab].loss.say(step: step, row: row, targets, in: &evaluation) }
    }
  }
}
