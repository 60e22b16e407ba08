import RecurrentEngine
import Testing

/// Rows that end before others.
@Suite struct RowLengthTests {
  static let networks = [
    network([SimpleRNN(units: 6), Dense(units: 3)], .lastOutput),
    network([SimpleRNN(units: 6, activation: .relu, bias: 0.2), Dense(units: 3)]),
    network([LSTM(units: 5), Dense(units: 3)]),
    network([Dense(units: 4, activation: .tanh), LSTM(units: 5), SimpleRNN(units: 4), Dense(units: 3)]),
    network([Dense(units: 3), LSTM(units: 7), Dense(units: 4, activation: .sigmoid), LSTM(units: 5), Dense(units: 3)]),
    network([GRU(units: 5), Dense(units: 3)]),
    network([LSTM(units: 5), Dense(units: 4, activation: .tanh), GRU(units: 4), Dense(units: 3)], .lastOutput),
    network([LSTM(units: 5), Dense(units: 4, activation: .tanh), Dense(units: 3)], .everyStep),
    network([SimpleRNN(units: 5), Dense(units: 3)], .everyStep),
    network([Dense(units: 4, activation: .tanh), Dense(units: 3)], .lastOutput),
    network([SimpleRNN(units: 6), Dense(units: 3)], .mean),
    network([GRU(units: 5), LSTM(units: 4), Dense(units: 3)], .mean),
    network([Bidirectional(LSTM(units: 5)), Dense(units: 3)]),
    network([Bidirectional(SimpleRNN(units: 17)), Dense(units: 3)], .lastOutput),
    network([Bidirectional(GRU(units: 5)), Bidirectional(LSTM(units: 4)), Dense(units: 3)], .everyStep),
    network([Bidirectional(LSTM(units: 5)), Dense(units: 3)], .mean),
    network([Embedding(units: 6), LSTM(units: 5), Dense(units: 3)], isTokens: true),
    network([Embedding(units: 6), Dense(units: 3)], .everyStep, isTokens: true),
    network([Embedding(units: 6), Dense(units: 3)], .lastOutput, isTokens: true),
    network([LSTM(units: 5), LayerNorm(), GRU(units: 4), LayerNorm(), Dense(units: 3)]),
    network([LayerNorm(), LSTM(units: 17), LayerNorm(), Dense(units: 3)], .everyStep),
    network([LSTM(units: 5), Dense(units: 3)], loss: .meanSquaredError),
    network([GRU(units: 5), Dense(units: 3)], .everyStep, loss: .meanSquaredError),
  ]

  private static func network(
    _ layers: [any Layer], _ readout: Readout = .finalState, loss: Loss = .softmaxCrossEntropy,
    isTokens: Bool = false
  ) -> Network {
    Network(
      input: SequenceShape(steps: 5, features: 4, isTokens: isTokens), layers: layers, readout: readout, loss: loss,
      outputs: 3)
  }

  private static let lengths = [5, 2, 1, 4, 5, 3, 1]

  /// A batch with numbers behind the ends of its rows, which are never written.
  private func batch(_ network: Network) -> Batch {
    var batch = randomBatch(network, count: Self.lengths.count)
    batch.lengths = Self.lengths
    guard network.outputSteps > 1 else { return batch }
    for (row, length) in Self.lengths.enumerated() {
      for step in length..<5 {
        switch network.loss.target {
        case .class: batch.classes[row * 5 + step] = -1
        case .number: for column in 0..<3 { batch.numbers[(row * 5 + step) * 3 + column] = .nan }
        }
      }
    }
    return batch
  }

  @Test(arguments: networks) func haveTheGradientOfTheirOwnSteps(network: Network) {
    let batch = batch(network)
    let parameters = network.initialParameters(seed: 3)
    let workspace = Workspace(network: network, capacity: batch.count, threads: 2)
    // Leaves numbers behind the ends.
    _ = workspace.gradient(randomBatch(network, count: batch.count, seed: 9), parameters: parameters)
    let result = workspace.gradient(batch, parameters: parameters)
    let reference = ReferenceNetwork(network: network)
    let doubles = parameters.map { Double($0) }
    #expect(abs(result.loss - reference.loss(batch, parameters: doubles)) < 2e-6)
    let expected = reference.gradient(batch, parameters: doubles)
    for slot in network.parameters {
      let distance = relativeDistance(result.gradient[slot.range].map { Double($0) }, expected[slot.range])
      #expect(distance < 1e-5, "\(slot.name) is off by \(distance)")
    }
  }

  @Test(arguments: networks) func sayTheSameAsInABatchOfTheirLength(network: Network) {
    let batch = batch(network)
    let parameters = network.initialParameters(seed: 3)
    let together = Workspace(network: network, capacity: batch.count, threads: 2)
      .evaluate(batch, parameters: parameters)
    let outputSteps = network.outputSteps
    for (row, length) in Self.lengths.enumerated() {
      let short = Network(
        input: SequenceShape(steps: length, features: 4, isTokens: network.input.isTokens), layers: network.layers,
        readout: network.readout,
        loss: network.loss, outputs: 3)
      let outputs = row * outputSteps..<row * outputSteps + (outputSteps == 1 ? 1 : length)
      let numbers = outputs.lowerBound * 3..<outputs.upperBound * 3
      let alone = Batch(
        inputs: batch.inputs(ofRow: row, network.input, steps: length), count: 1,
        targets: network.loss.target == .class
          ? .classes(Array(batch.classes[outputs])) : .numbers(Array(batch.numbers[numbers])))
      let evaluation = Workspace(network: short, capacity: 1, threads: 1).evaluate(alone, parameters: parameters)
      #expect(evaluation.losses == Array(together.losses[outputs]))
      switch network.loss.target {
      case .class: #expect(evaluation.probabilities == Array(together.probabilities[numbers]))
      case .number: #expect(evaluation.numbers == Array(together.numbers[numbers]))
      }
    }
  }

  @Test(arguments: networks) func giveTheSameBitsAsFullRowsIfTheyAreFull(network: Network) {
    var batch = randomBatch(network, count: 7)
    let parameters = network.initialParameters(seed: 3)
    let workspace = Workspace(network: network, capacity: 7, threads: 2)
    let expected = workspace.gradient(batch, parameters: parameters)
    batch.lengths = Array(repeating: 5, count: 7)
    #expect(workspace.gradient(batch, parameters: parameters) == expected)
  }
}
