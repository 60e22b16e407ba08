import RecurrentEngine

/// Work that is done again and again, to be timed.
protocol TimedLoop {
  /// Does it once.
  func step()
}

/// A training with Adam, on up to 64 random batches by turns.
final class TrainingLoop: TimedLoop {
  private let batches: [Batch]
  private let workspace: Workspace
  private let optimizer = Adam(learningRate: 0.001)
  private var state: TrainingState

  init(
    _ network: Network, batch: Int, threads: Int, communicator: (any Communicator)? = nil,
    watch: (any StepWatch)? = nil
  ) {
    let rounds = max(1, min(64, 2_000_000 / (batch * network.input.steps * network.input.features)))
    batches = (0..<rounds).map { Batch(random: network, count: batch, seed: UInt64($0)) }
    workspace = Workspace(
      network: network, capacity: batch, threads: threads, communicator: communicator, watch: watch)
    state = TrainingState(network: network, seed: 1, optimizer: optimizer)
  }

  func step() {
    _ = workspace.trainStep(batches[state.step % batches.count], state: &state, optimizer: optimizer)
  }
}
