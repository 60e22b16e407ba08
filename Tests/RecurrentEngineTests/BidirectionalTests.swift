import Testing

@testable import RecurrentEngine

/// What only a layer of two directions does.
@Suite struct BidirectionalTests {
  private static func network(_ layer: any Layer, steps: Int, _ readout: Readout) -> Network {
    Network(
      input: SequenceShape(steps: steps, features: 20), layers: [layer, Dense(units: 3)], readout: readout,
      loss: .softmaxCrossEntropy, outputs: 3)
  }

  @Test(arguments: [LSTM(units: 30), GRU(units: 30), SimpleRNN(units: 30)] as [any Layer])
  func readsOneStepBackWhereTheLastOutputAloneIsSeen(layer: any Layer) {
    let oneWay = Self.network(layer, steps: 200, .lastOutput)
    let bothWays = Self.network(Bidirectional(layer), steps: 200, .lastOutput)
    let twice = Self.network(Bidirectional(layer), steps: 200, .finalState)
    func bytes(_ network: Network) -> Double { Double(Workspace(network: network, capacity: 32, threads: 1).bytes) }
    #expect(bytes(bothWays) < 1.2 * bytes(oneWay))
    #expect(bytes(twice) > 1.8 * bytes(oneWay))
    #expect(bothWays.operations(batch: 1) < 1.05 * oneWay.operations(batch: 1))
    #expect(twice.operations(batch: 1) > 1.95 * oneWay.operations(batch: 1))
  }
}
