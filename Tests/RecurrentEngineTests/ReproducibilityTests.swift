import RecurrentEngine
import SeededRandom
import Testing

/// The same bits, however the work is spread.
@Suite struct ReproducibilityTests {
  static let networks = [
    small([LSTM(units: 21), Dense(units: 5)], .lastOutput),
    small([Dense(units: 17, activation: .relu), LSTM(units: 33), Dense(units: 5)]),
    small([Dense(units: 17), LSTM(units: 40), Dense(units: 5)]),
    small([Dense(units: 17), GRU(units: 40), GRU(units: 21), Dense(units: 5)]),
    small([Bidirectional(LSTM(units: 21)), Bidirectional(GRU(units: 9)), Dense(units: 5)], .mean),
    small([
      SimpleRNN(units: 50), Dense(units: 5, activation: .softmax),
      Dense(units: 5, activation: .softmax),
    ]),
  ]

  private static func small(_ layers: [any Layer], _ readout: Readout = .finalState) -> Network {
    Network(
      input: SequenceShape(steps: 11, features: 7), layers: layers, readout: readout, loss: .softmaxCrossEntropy,
      outputs: 5)
  }

  @Test(arguments: networks, [1, 5, 32, 33, 70])
  func givesTheSameBitsOnAnyNumberOfThreads(network: Network, count: Int) {
    let batch = randomBatch(network, count: count)
    let expected = afterFiveSteps(network, batch, threads: 1)
    for threads in [2, 3, 8] {
      let actual = afterFiveSteps(network, batch, threads: threads)
      #expect(actual.losses == expected.losses, "\(threads) threads")
      #expect(actual.state == expected.state, "\(threads) threads")
      #expect(actual.evaluation.probabilities == expected.evaluation.probabilities, "\(threads) threads")
      #expect(actual.evaluation.losses == expected.evaluation.losses, "\(threads) threads")
    }
    #expect(expected.losses[4] < expected.losses[0], "five steps on one batch lower its loss")
  }

  @Test(
    arguments: [
      SGD(learningRate: 0.1, momentum: 0.9, isNesterov: true, weightDecay: 0.1), AdamW(learningRate: 0.01),
      RMSProp(learningRate: 0.01, momentum: 0.9),
    ] as [any Optimizer])
  func updatesAlikeOnAnyNumberOfThreads(optimizer: any Optimizer) {
    // More parameters than one thread updates at once, and no whole number of lanes.
    let network = ReproducibilityTests.small([LSTM(units: 91), Dense(units: 5)])
    let batch = randomBatch(network, count: 40)
    let states = [1, 2, 3].map { threads in
      let workspace = Workspace(network: network, capacity: 40, threads: threads)
      var state = TrainingState(network: network, seed: 7, optimizer: optimizer)
      let norms = (0..<3).map { _ in
        workspace.takeStep(batch, state: &state, optimizer: optimizer, clipping: .norm(0.05)).gradientNorm
      }
      #expect(norms.allSatisfy { $0.map { $0 > 0.05 } == true }, "there is something to clip")
      return state
    }
    #expect(states[1] == states[0])
    #expect(states[2] == states[0])
    #expect(states[0].moments.allSatisfy { $0.contains { $0 != 0 } })
  }

  @Test(arguments: networks)
  func doesNotDependOnTheRoomForRows(network: Network) {
    let batch = randomBatch(network, count: 33)
    let expected = afterFiveSteps(network, batch, threads: 2)
    let actual = afterFiveSteps(network, randomBatch(network, count: 33), threads: 2, capacity: 128)
    #expect(actual.state == expected.state)
    #expect(actual.losses == expected.losses)
  }

  @Test(arguments: networks)
  func saysTheSameOfARowInAnyBatch(network: Network) {
    let all = randomBatch(network, count: 70)
    let parameters = network.initialParameters(seed: 5)
    let workspace = Workspace(network: network, capacity: 70, threads: 2)
    let together = workspace.evaluate(all, parameters: parameters)
    let size = network.input.steps * network.input.features
    for row in [0, 1, 31, 32, 69] {
      let zeros = [Float](repeating: 0, count: size)
      let alone = Batch(
        network, values: zeros + all.values[row * size..<(row + 1) * size], classes: [0, all.classes[row]])
      let evaluation = workspace.evaluate(alone, parameters: parameters)
      #expect(evaluation.losses[1] == together.losses[row])
      #expect(evaluation.predictions[1] == together.predictions[row])
      #expect(evaluation.probabilities[5..<10] == together.probabilities[row * 5..<(row + 1) * 5])
    }
  }

  @Test(arguments: networks)
  func evaluatesToTheLossOfTheNextStep(network: Network) {
    let batch = randomBatch(network, count: 70)
    let workspace = Workspace(network: network, capacity: 70, threads: 2)
    var state = TrainingState(network: network, seed: 7, optimizer: Adam(learningRate: 0.01))
    for _ in 0..<3 {
      let evaluation = workspace.evaluate(batch, parameters: state.parameters)
      #expect(workspace.trainStep(batch, state: &state, optimizer: Adam(learningRate: 0.01)) == evaluation.meanLoss)
    }
  }

  @Test func leavesNothingOfALargerBatchBehind() {
    let network = ReproducibilityTests.networks[0]
    let workspace = Workspace(network: network, capacity: 70, threads: 2)
    let parameters = network.initialParameters(seed: 5)
    let small = randomBatch(network, count: 5)
    let before = workspace.gradient(small, parameters: parameters)
    _ = workspace.gradient(randomBatch(network, count: 70, seed: 9), parameters: parameters)
    let after = workspace.gradient(small, parameters: parameters)
    #expect(before == after)
  }

  @Test func readsTheSameNumbersFromTheFinalStateAndTheLastOutput() {
    func gradient(_ readout: Readout) -> (loss: Double, gradient: [Float]) {
      let network = ReproducibilityTests.small([LSTM(units: 21), Dense(units: 5)], readout)
      return Workspace(network: network, capacity: 9, threads: 1).gradient(
        randomBatch(network, count: 9), parameters: network.initialParameters(seed: 2))
    }
    #expect(gradient(.finalState) == gradient(.lastOutput))
  }

  private func afterFiveSteps(
    _ network: Network, _ batch: Batch, threads: Int, capacity: Int? = nil
  ) -> (losses: [Double], state: TrainingState, evaluation: Evaluation) {
    let workspace = Workspace(network: network, capacity: capacity ?? batch.count, threads: threads)
    var state = TrainingState(network: network, seed: 7, optimizer: Adam(learningRate: 0.01))
    let losses = (0..<5).map { _ in
      workspace.trainStep(batch, state: &state, optimizer: Adam(learningRate: 0.01))
    }
    return (losses, state, workspace.evaluate(batch, parameters: state.parameters))
  }
}
