import RecurrentEngine
import Testing

/// The engine's gradients against central differences of an independent forward pass in Double.
@Suite struct GradientTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let layers: [any Layer]
    var loss = Loss.softmaxCrossEntropy
    var readout = Readout.finalState
    var readsTokens = false
    var smoothing = 0.0
    var testDescription: String { layers.map(\.kind).joined(separator: " → ") + ", \(loss), \(readout), \(smoothing)" }

    var network: Network {
      Network(
        input: SequenceShape(steps: 4, features: 3, isTokens: readsTokens), layers: layers, readout: readout,
        loss: loss, outputs: 3)
    }
  }

  static let output = Dense(units: 3, initial: Normal(stddev: 1), bias: 0.1)
  static let softmax = Dense(units: 3, activation: .softmax, initial: Normal(stddev: 1))
  static func dense(_ activation: Activation) -> any Layer {
    Dense(units: 5, activation: activation, initial: Normal(stddev: 0.7), bias: 0.2)
  }

  static let rnn = SimpleRNN(units: 6, bias: 0.1)
  static let reluRNN = SimpleRNN(
    units: 6, activation: .relu, initial: HeNormal(), recurrentInitial: Orthogonal(), bias: 0.3)
  static let lstm = LSTM(units: 5, initial: Normal(stddev: 0.8), bias: 0.1)

  static let gru = GRU(units: 5, initial: Normal(stddev: 0.8), recurrentInitial: Orthogonal(), bias: 0.1)

  static let examples: [Example] = [
    Example(layers: [output], readout: .lastOutput),
    Example(layers: [dense(.none), output], readout: .lastOutput),
    Example(layers: [dense(.tanh), output], readout: .lastOutput),
    Example(layers: [dense(.relu), output], readout: .lastOutput),
    Example(layers: [dense(.sigmoid), output], readout: .lastOutput),
    Example(layers: [dense(.softmax), output], readout: .lastOutput),
    Example(layers: [dense(.softmax), softmax], loss: .crossEntropy, readout: .lastOutput),
    Example(layers: [softmax], loss: .softmaxCrossEntropy, readout: .lastOutput),
    Example(layers: [rnn, output]),
    Example(layers: [rnn, output], readout: .lastOutput),
    Example(layers: [reluRNN, output]),
    Example(layers: [lstm, output]),
    Example(layers: [lstm, output], readout: .lastOutput),
    Example(layers: [lstm, softmax], loss: .crossEntropy),
    Example(layers: [rnn, softmax, softmax], loss: .crossEntropy, readout: .lastOutput),
    Example(layers: [dense(.none), lstm, output]),
    Example(layers: [dense(.none), dense(.none), lstm, output]),
    Example(layers: [lstm, dense(.none), lstm, output]),
    Example(layers: [dense(.tanh), dense(.sigmoid), rnn, output]),
    Example(layers: [lstm, lstm, output]),
    Example(layers: [rnn, dense(.relu), lstm, dense(.tanh), output], readout: .lastOutput),
    Example(layers: [lstm, dense(.none), reluRNN, dense(.softmax), softmax], loss: .crossEntropy),
    Example(layers: [gru, output]),
    Example(layers: [gru, output], readout: .lastOutput),
    Example(layers: [gru, lstm, gru, output], readout: .everyStep),
    Example(layers: [dense(.none), gru, output]),
    Example(layers: [dense(.tanh), gru, dense(.none), gru, softmax], loss: .crossEntropy),
    Example(layers: [lstm, dense(.relu), output], readout: .everyStep),
    Example(layers: [rnn, output], readout: .everyStep),
    Example(layers: [dense(.none), lstm, rnn, softmax], loss: .crossEntropy, readout: .everyStep),
    Example(layers: [dense(.tanh), output], readout: .everyStep),
    Example(layers: [rnn, output], readout: .mean),
    Example(layers: [reluRNN, output], readout: .mean),
    Example(layers: [gru, lstm, dense(.tanh), output], readout: .mean),
    Example(layers: [Bidirectional(lstm), output]),
    Example(layers: [Bidirectional(rnn), output], readout: .lastOutput),
    Example(layers: [Bidirectional(gru), output], readout: .everyStep),
    Example(layers: [dense(.none), Bidirectional(rnn), Bidirectional(lstm), output], readout: .mean),
    Example(layers: [dense(.tanh), Bidirectional(gru), lstm, output]),
    Example(layers: [Bidirectional(LSTM(units: 9, initial: Normal(stddev: 0.3))), dense(.relu), output]),
    Example(layers: [Embedding(units: 5), lstm, output], readsTokens: true),
    Example(layers: [Embedding(units: 17), rnn, output], readout: .everyStep, readsTokens: true),
    Example(layers: [Embedding(units: 5), output], readout: .lastOutput, readsTokens: true),
    Example(layers: [gru, output], readsTokens: true),
    Example(layers: [LayerNorm(), output], readout: .lastOutput),
    Example(layers: [lstm, LayerNorm(), output]),
    Example(layers: [dense(.none), LayerNorm(epsilon: 0.1), gru, LayerNorm(), rnn, output], readout: .mean),
    Example(layers: [LSTM(units: 17), LayerNorm(), output], readout: .everyStep),
    Example(layers: [lstm, output], smoothing: 0.1),
    Example(layers: [gru, output], readout: .everyStep, smoothing: 0.5),
    Example(layers: [lstm, softmax], loss: .crossEntropy, smoothing: 0.2),
    Example(layers: [output], loss: .meanSquaredError, readout: .lastOutput),
    Example(layers: [dense(.none), lstm, output], loss: .meanSquaredError),
    Example(layers: [gru, dense(.tanh), output], loss: .meanSquaredError, readout: .everyStep),
    Example(layers: [rnn, softmax], loss: .meanSquaredError, readout: .everyStep),
  ]

  @Test func leavesOutputsWithoutATargetOut() {
    let network = Example(layers: [Self.lstm, Self.output], readout: .everyStep).network
    var batch = randomBatch(network, count: 3)
    for place in [0, 3, 5, 6, 7] { batch.classes[place] = -1 }
    let parameters = network.initialParameters(seed: 3)
    let workspace = Workspace(network: network, capacity: 3, threads: 2)
    let result = workspace.gradient(batch, parameters: parameters)
    let reference = ReferenceNetwork(network: network)
    let expected = reference.gradient(batch, parameters: parameters.map { Double($0) })
    #expect(relativeDistance(result.gradient.map { Double($0) }, expected) < 1e-5)
    let evaluation = workspace.evaluate(batch, parameters: parameters)
    #expect(evaluation.targetCount == 7)
    #expect(evaluation.losses.indices.filter { evaluation.losses[$0] == 0 } == [0, 3, 5, 6, 7])
    #expect(evaluation.meanLoss == result.loss)
    #expect(evaluation.correct == zip(evaluation.predictions, batch.classes).count { $0 == Int($1) })
  }

  @Test(arguments: examples)
  func agreesWithCentralDifferences(_ example: Example) throws {
    let network = example.network
    var batch = randomBatch(network, count: 4)
    batch.labelSmoothing = example.smoothing
    let parameters = network.initialParameters(seed: 3)
    let reference = ReferenceNetwork(network: network)

    let result = Workspace(network: network, capacity: 4, threads: 2).gradient(batch, parameters: parameters)

    let expectedLoss = reference.loss(batch, parameters: parameters.map { Double($0) })
    #expect(abs(result.loss - expectedLoss) < 2e-6 * max(expectedLoss, 1))
    let expected = reference.gradient(batch, parameters: parameters.map { Double($0) })
    for slot in network.parameters {
      let distance = relativeDistance(result.gradient[slot.range].map { Double($0) }, expected[slot.range])
      #expect(distance < 1e-5, "\(slot.name) is off by \(distance)")
    }
  }
}
