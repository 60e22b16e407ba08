import RecurrentEngine
import Testing

/// Shares of a batch, taken one after the other by workspaces of their own, and the whole batch in one workspace.
@Suite struct BatchShareTests {
  static let networks = [
    network([Dense(units: 17), LSTM(units: 40), Dense(units: 5)]),
    network([SimpleRNN(units: 21), Dense(units: 5, activation: .softmax)], loss: .crossEntropy),
    network([LSTM(units: 9), Dense(units: 6, activation: .relu), Dense(units: 5)], .everyStep),
    network([Dense(units: 17), GRU(units: 40), Dense(units: 5)]),
    network(
      [Dropout(rate: 0.3), Bidirectional(LSTM(units: 9)), Dropout(rate: 0.5, mask: .eachSequence), Dense(units: 5)],
      .mean),
  ]

  private static func network(
    _ layers: [any Layer], _ readout: Readout = .finalState, loss: Loss = .softmaxCrossEntropy
  ) -> Network {
    Network(input: SequenceShape(steps: 6, features: 7), layers: layers, readout: readout, loss: loss, outputs: 5)
  }

  @Test(arguments: networks, [[0, 32, 110], [0, 64, 110], [0, 32, 64, 110]])
  func endInTheBitsOfTheWhole(network: Network, bounds: [Int]) {
    let adam = Adam(learningRate: 0.01)
    let whole = randomBatch(network, count: 110)
    let start = TrainingState(network: network, seed: 3, optimizer: adam)
    var expected = start
    let workspace = Workspace(network: network, capacity: 110, threads: 2)
    let expectedLosses = (0..<3).map { _ in workspace.trainStep(whole, state: &expected, optimizer: adam) }

    var actual = start
    let shares = zip(bounds, bounds.dropFirst()).map { whole.share($0..<$1, of: network) }
    let workspaces = shares.enumerated().map { Workspace(network: network, capacity: 110, threads: 1 + $0.offset % 2) }
    let losses = (0..<3).map { step in
      var sums: GradientSums?
      for (share, workspace) in zip(shares, workspaces) {
        sums = workspace.gradientSums(share, parameters: actual.parameters, update: step, onto: sums)
      }
      return sums.map {
        workspaces[0].update(&actual, optimizer: adam, by: $0, targetCount: whole.classes.count).loss
      }
    }

    #expect(actual == expected)
    #expect(losses == expectedLosses)
    #expect(expected != start)
  }
}

extension Batch {
  /// Some rows, as a share of the batch.
  fileprivate func share(_ rows: Range<Int>, of network: Network) -> Batch {
    let size = network.input.steps * network.input.features
    var share = Batch(
      network, values: Array(values[rows.lowerBound * size..<rows.upperBound * size]),
      classes: Array(classes[rows.lowerBound * network.outputSteps..<rows.upperBound * network.outputSteps]))
    share.share = BatchShare(firstRow: rows.lowerBound, targetCount: classes.count)
    return share
  }
}
