import RankSupport
import Testing

@testable import RecurrentEngine

/// Ranks that take steps together, each with a workspace of its own, and the same steps in one workspace.
@Suite struct RankTests {
  static let networks = [
    network([Dense(units: 17), LSTM(units: 40), Dense(units: 5)]),
    network([SimpleRNN(units: 21), Dense(units: 5, activation: .softmax)], loss: .crossEntropy),
    network([LSTM(units: 9), Dense(units: 6, activation: .relu), Dense(units: 5)], .everyStep),
    network([Dense(units: 17), GRU(units: 40), LayerNorm(), Dense(units: 5)]),
    network(
      [Dropout(rate: 0.3), Bidirectional(LSTM(units: 9)), Dropout(rate: 0.5, mask: .eachSequence), Dense(units: 5)],
      .mean),
  ]

  private static func network(
    _ layers: [any Layer], _ readout: Readout = .finalState, loss: Loss = .softmaxCrossEntropy, features: Int = 7
  ) -> Network {
    Network(
      input: SequenceShape(steps: 6, features: features), layers: layers, readout: readout, loss: loss, outputs: 5)
  }

  /// What three steps come to, and an evaluation after them.
  private struct Steps: Equatable, Sendable {
    var state: TrainingState
    var outcomes: [StepOutcome] = []
    var carried: [[Float]] = []
    var losses: [Double] = []
    var predictions: [Int?] = []
    var outputs: [Float] = []
    var correct = 0

    mutating func take(_ evaluation: Evaluation) {
      (losses, predictions, correct) = (evaluation.losses, evaluation.predictions, evaluation.correct)
      outputs = evaluation.probabilities + evaluation.numbers
    }
  }

  private static func steps(
    _ batch: Batch, of network: Network, threads: Int, _ communicator: (any Communicator)? = nil
  ) -> Steps {
    let adam = Adam(learningRate: 0.01)
    let workspace = Workspace(
      network: network, capacity: batch.count, threads: threads, seed: 5, communicator: communicator)
    var steps = Steps(state: TrainingState(network: network, seed: 3, optimizer: adam))
    for _ in 0..<3 {
      steps.outcomes.append(
        workspace.takeStep(
          batch, state: &steps.state, optimizer: adam, clipping: .norm(0.5), measuringNorm: true))
      steps.carried.append(workspace.carriedStates(rows: batch.carriesState ? batch.count : 0))
    }
    steps.take(workspace.evaluate(batch, parameters: steps.state.parameters))
    steps.carried.append(workspace.carriedStates(rows: batch.carriesState ? batch.count : 0))
    return steps
  }

  /// Has ranks take the same steps as one process, and expects the same of each.
  private func expectTheSame(_ batch: Batch, of network: Network, ranks: Int) {
    let alone = Self.steps(batch, of: network, threads: 2)
    let together = LocalRanks.run(ranks) { Self.steps(batch, of: network, threads: 1 + $0.rank % 2, $0) }
    #expect(together.count == ranks)
    for rank in together { #expect(rank == alone) }
    #expect(alone.outcomes[0] != alone.outcomes[2])
  }

  @Test(arguments: networks, [1, 2, 3, 4, 7])
  func takeTheStepsOfOneProcessBitForBit(network: Network, ranks: Int) {
    expectTheSame(randomBatch(network, count: 110), of: network, ranks: ranks)
  }

  @Test(arguments: [1100, 1600, 33])
  func takeTurnsWhereTheChainsAreMoreThanThereIsRoomFor(rows: Int) {
    let network = Self.networks[1]
    expectTheSame(randomBatch(network, count: rows), of: network, ranks: 2)
  }

  @Test func handSumsOnInSeveralSegments() {
    let network = Self.network([LSTM(units: 150), Dense(units: 5)], features: 40)
    #expect(network.parameterCount > 1 << 16)
    expectTheSame(randomBatch(network, count: 70), of: network, ranks: 3)
  }

  @Test func carryTheStatesOfAllRows() {
    let network = Self.networks[0]
    var batch = randomBatch(network, count: 70)
    batch.carriesState = true
    expectTheSame(batch, of: network, ranks: 3)
  }
}

/// How rows are dealt out to ranks.
@Suite struct RankWaveTests {
  @Test(arguments: [1, 31, 32, 33, 512, 513, 1100, 5000], [1, 2, 3, 7])
  func dealsOutEveryRowOnceInWholeChains(rows: Int, size: Int) {
    let waves = RankWave.waves(rows: rows, size: size, most: 16)
    let shares = waves.flatMap(\.rows)
    #expect(shares.flatMap { Array($0) } == Array(0..<rows))
    #expect(shares.allSatisfy { $0.lowerBound % 32 == 0 && !$0.isEmpty })
    #expect(shares.allSatisfy { $0.count <= RankWave.mostRows(of: rows, size: size, most: 16) })
    #expect(waves.allSatisfy { Set($0.ranks).count == $0.rows.count && $0.ranks.allSatisfy((0..<size).contains) })
  }

  @Test func beginsAWaveWhereTheOneBeforeEnded() {
    let waves = RankWave.waves(rows: 5000, size: 3, most: 16)
    #expect(waves.map(\.ranks) == [[0, 1, 2], [2, 1, 0], [0, 1, 2], [2, 1, 0]])
  }

  @Test func leavesRanksWithoutRowsWhereThereAreMoreThanChains() {
    let wave = RankWave.waves(rows: 100, size: 7, most: 16)[0]
    #expect(wave.ranks == [0, 1, 2, 3])
    #expect(wave.place(of: 5) == nil)
  }
}
