import ProcessorCases
import Testing

@testable import RecurrentEngine

/// Layer normalization, besides what it has in common with other layers.
@Suite struct LayerNormTests {
  private static func network(_ features: Int) -> Network {
    Network(
      input: SequenceShape(steps: 1, features: features), layers: [LayerNorm(), Dense(units: 2)], readout: .lastOutput,
      loss: .meanSquaredError, outputs: 2)
  }

  @Test(arguments: [1, 3, 16, 17, 40]) func hasGainOneAndBiasZeroToBeginWith(features: Int) {
    let network = Self.network(features)
    #expect(network.parameters.map(\.name).prefix(2) == ["layer_norm_1/gain", "layer_norm_1/bias"])
    let values = network.initialParameters(seed: 1)
    #expect(values[..<features].allSatisfy { $0 == 1 })
    #expect(values[features..<2 * features].allSatisfy { $0 == 0 })
  }

  /// The order of the sum over H: each column of a panel down the panels, then halves onto halves.
  @Test(arguments: [3, 16, 17, 40, 64]) func sumsColumnsOfPanelsAndThenHalves(features: Int) {
    let values = (0..<features).map { Float($0 * $0 % 7) * 0.37 - 0.81 }
    func sum(_ values: [Float]) -> Float {
      var lanes = [Float](repeating: 0, count: 16)
      for (place, value) in values.enumerated() { lanes[place % 16] += value }
      while lanes.count > 1 { lanes = (0..<lanes.count / 2).map { lanes[$0] + lanes[$0 + lanes.count / 2] } }
      return lanes[0]
    }
    let mean = sum(values) / Float(features)
    var squares = [Float](repeating: 0, count: 16)
    for (place, value) in values.enumerated() {
      squares[place % 16] = squares[place % 16].addingProduct(value - mean, value - mean)
    }
    let scale = 1 / (sum(squares) / Float(features) + 1e-5).squareRoot()
    let network = Self.network(features)
    // The second layer hands on one of the numbers.
    for place in [0, features - 1] {
      var parameters = network.initialParameters(seed: 1)
      for row in 0..<features { parameters[2 * features + 2 * row] = row == place ? 1 : 0 }
      let batch = Batch(
        inputs: SequenceValues(values, input: network.input), count: 1, targets: .numbers([0, 0]))
      let said = Workspace(network: network, capacity: 1, threads: 1).evaluate(batch, parameters: parameters).numbers[0]
      #expect(said == (values[place] - mean) * scale)
    }
  }

  @Test func leavesNothingOfWhatFillsUpAPanel() {
    let network = Network(
      input: SequenceShape(steps: 3, features: 5),
      layers: [LSTM(units: 19), LayerNorm(), GRU(units: 5), Dense(units: 3)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 3)
    let (batch, parameters) = (randomBatch(network, count: 33), network.initialParameters(seed: 1))
    let expected = Workspace(network: network, capacity: 33, threads: 1).gradient(batch, parameters: parameters)
    let workspace = Workspace(network: network, capacity: 50, threads: 3)
    // What is no number stands in every matrix afterwards.
    var broken = randomBatch(network, count: 50)
    broken.values[0] = .nan
    _ = workspace.gradient(broken, parameters: Array(repeating: .nan, count: parameters.count))
    #expect(workspace.gradient(batch, parameters: parameters) == expected)
  }

  @Test func ofASingleNumberIsItsBias() {
    let network = Self.network(1)
    var parameters = network.initialParameters(seed: 1)
    parameters[0...1] = [3, 0.5]
    let batch = Batch(
      inputs: SequenceValues([7, -2, 1e30], input: network.input), count: 3,
      targets: .numbers(Array(repeating: 0, count: 6)))
    let numbers = Workspace(network: network, capacity: 3, threads: 1).evaluate(batch, parameters: parameters).numbers
    #expect(numbers == [2, 3, 2, 3, 2, 3].indices.map { 0.5 * parameters[2 + $0 % 2] })
  }
}
