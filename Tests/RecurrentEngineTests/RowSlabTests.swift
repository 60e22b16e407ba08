import RecurrentEngine
import Testing

/// Batches whose rows do not stay in the caches all at once: on few threads they go in rounds, on many in one.
@Suite struct RowSlabTests {
  static let networks = [
    reader([LSTM(units: 150), Dense(units: 5)]),
    reader([SimpleRNN(units: 290), GRU(units: 150), Dense(units: 5)]),
  ]

  private static func reader(_ layers: [any Layer]) -> Network {
    Network(
      input: SequenceShape(steps: 28, features: 7), layers: layers, readout: .finalState, loss: .softmaxCrossEntropy,
      outputs: 5)
  }

  /// Rows of several lengths, which go on from the states of the batch before.
  @Test(arguments: networks)
  func givesTheSameBitsInRoundsAsInOne(network: Network) {
    var batch = randomBatch(network, count: 100)
    batch.lengths = (0..<100).map { 1 + $0 * 11 % 28 }
    batch.carriesState = true
    // Eight threads have caches for all rows.
    let expected = afterThreeSteps(network, batch, threads: 8)
    for threads in [1, 2, 3] {
      let actual = afterThreeSteps(network, batch, threads: threads)
      #expect(actual.losses == expected.losses, "\(threads) threads")
      #expect(actual.state == expected.state, "\(threads) threads")
      #expect(actual.carried == expected.carried, "\(threads) threads")
      #expect(actual.evaluation.losses == expected.evaluation.losses, "\(threads) threads")
      #expect(actual.evaluation.probabilities == expected.evaluation.probabilities, "\(threads) threads")
      #expect(actual.bytes < expected.bytes, "\(threads) threads have memory for fewer rows")
    }
    #expect(expected.losses[2] != expected.losses[0])
  }

  @Test(arguments: networks, [1, 2, 3, 8])
  func saysTheSameOfFewerRowsThanThereIsRoomFor(network: Network, threads: Int) {
    var batch = randomBatch(network, count: 70)
    batch.lengths = (0..<70).map { 1 + $0 * 11 % 28 }
    let evaluations = [(70, 1), (200, threads)].map { capacity, threads in
      Workspace(network: network, capacity: capacity, threads: threads)
        .evaluate(batch, parameters: network.initialParameters(seed: 5))
    }
    #expect(evaluations[1].losses == evaluations[0].losses)
    #expect(evaluations[1].predictions == evaluations[0].predictions)
    #expect(evaluations[1].probabilities == evaluations[0].probabilities)
    #expect(evaluations[1].correct == evaluations[0].correct)
  }

  private func afterThreeSteps(
    _ network: Network, _ batch: Batch, threads: Int
  ) -> (losses: [Double], state: TrainingState, carried: [Float], evaluation: Evaluation, bytes: Int) {
    let workspace = Workspace(network: network, capacity: batch.count, threads: threads)
    let adam = Adam(learningRate: 0.01)
    var state = TrainingState(network: network, seed: 7, optimizer: adam)
    let losses = (0..<3).map { _ in workspace.trainStep(batch, state: &state, optimizer: adam) }
    let carried = workspace.carriedStates(rows: batch.count)
    return (losses, state, carried, workspace.evaluate(batch, parameters: state.parameters), workspace.bytes)
  }
}
