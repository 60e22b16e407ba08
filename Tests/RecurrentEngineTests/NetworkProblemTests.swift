import RecurrentEngine
import Testing

/// What keeps a description from being a network, and where the fault is.
@Suite struct NetworkProblemTests {
  static let input = SequenceShape(steps: 28, features: 28)
  static let lstm = LSTM(units: 8)
  static let output = Dense(units: 10)

  private func places(
    _ layers: [any Layer], input: SequenceShape = input, readout: Readout = .finalState,
    loss: Loss = .softmaxCrossEntropy, outputs: Int = 10
  ) -> [String] {
    Network.problems(input: input, layers: layers, readout: readout, loss: loss, outputs: outputs).map { problem in
      "\(problem.layer.map { "\($0)" } ?? "network") \(problem.key ?? "itself")"
    }
  }

  @Test func acceptsTheNetworksOfTheArticles() {
    for network in Network.articles.values {
      let problems = Network.problems(
        input: network.input, layers: network.layers, readout: network.readout, loss: network.loss,
        outputs: network.outputs)
      #expect(problems.isEmpty)
    }
  }

  @Test func needsALayer() {
    #expect(places([], readout: .lastOutput) == ["network layers"])
  }

  @Test func needsAnInput() {
    #expect(places([Self.lstm, Self.output], input: SequenceShape(steps: 0, features: 28)) == ["network input"])
    #expect(places([Self.lstm, Self.output], input: SequenceShape(steps: 28, features: -1)) == ["network input"])
  }

  @Test func needsAUnitInEveryLayer() {
    #expect(places([LSTM(units: 0), Self.output]) == ["0 units"])
    #expect(places([Dense(units: -3), Self.lstm, Self.output]) == ["0 units"])
  }

  @Test func boundsTheUnits() {
    #expect(places([SimpleRNN(units: 65_537), Self.output]) == ["0 units"])
    #expect(places([LSTM(units: .max), Self.output]) == ["0 units"])
    #expect(places([GRU(units: .max), Self.output]) == ["0 units"])
  }

  @Test func boundsTheLayers() {
    let layers = [any Layer](repeating: SimpleRNN(units: 1), count: 999)
    #expect(places(layers + [Self.output]).isEmpty)
    #expect(places(layers + [LSTM(units: 1), Self.output]) == ["network layers"])
  }

  @Test func boundsTheParametersOfAllLayersTogether() {
    #expect(places([LSTM(units: 4_100), Self.output]) == ["network layers"])
    #expect(places([LSTM(units: 4_000), Self.output]).isEmpty)
    #expect(places([Self.lstm, Self.output], input: SequenceShape(steps: 1, features: .max)) == ["network layers"])
  }

  @Test func looksUpTokensFirstAndNothingElse() {
    let tokens = SequenceShape(steps: 28, features: 28, isTokens: true)
    let embedding = Embedding(units: 8)
    #expect(places([embedding, Self.lstm, Self.output], input: tokens).isEmpty)
    #expect(places([embedding, Self.lstm, Self.output]) == ["0 itself"])
    #expect(places([Self.lstm, embedding, Self.lstm, Self.output], input: tokens) == ["1 itself"])
    #expect(places([Dropout(rate: 0.1), embedding, Self.lstm, Self.output], input: tokens) == ["1 itself"])
    #expect(places([Embedding(units: 0), Self.lstm, Self.output], input: tokens) == ["0 units"])
    #expect(
      places([Embedding(units: 8, initial: Constant(.nan)), Self.lstm, Self.output], input: tokens) == ["0 initial"])
    #expect(places([embedding], input: tokens, readout: .lastOutput) == ["0 itself"])
  }

  @Test(arguments: [0, -1, 1e-50, .infinity, .nan]) func addsANumberAboveZeroToAVariance(epsilon: Double) {
    #expect(places([Self.lstm, LayerNorm(epsilon: epsilon), Self.output]) == ["1 epsilon"])
  }

  @Test func needsAUnitForEachClass() {
    #expect(places([Self.lstm, Dense(units: 9)]) == ["1 units"])
    #expect(places([Self.lstm, Self.output], outputs: 11) == ["1 units"])
  }

  @Test func boundsTheClasses() {
    #expect(places([Self.lstm, Dense(units: 65_536)], outputs: 65_536).isEmpty)
    #expect(places([Self.lstm, Dense(units: 65_537)], outputs: 65_537) == ["network outputs", "1 units"])
    #expect(places([Self.lstm, Self.output], outputs: 0) == ["network outputs", "1 units"])
  }

  @Test func endsInADenseLayer() {
    #expect(places([Self.lstm]) == ["0 itself"])
  }

  @Test func keepsSoftmaxOutOfSequences() {
    let softmax = Dense(units: 10, activation: .softmax)
    #expect(places([softmax, Self.lstm, Self.output]) == ["0 activation"])
    #expect(places([Self.lstm, softmax, Self.output]).isEmpty)
    #expect(places([Self.lstm, softmax]).isEmpty)
  }

  @Test func takesCrossEntropyOfProbabilitiesOnly() {
    #expect(places([Self.lstm, Self.output], loss: .crossEntropy) == ["1 activation"])
  }

  @Test(arguments: [Activation.none, .sigmoid, .softmax])
  func takesTanhOrReLUInASimpleRecurrentLayer(activation: Activation) {
    let layer = SimpleRNN(units: 8, activation: activation)
    #expect(places([layer, Self.output]) == ["0 activation"])
  }

  @Test func readsAFinalStateOnlyWhereThereIsOne() {
    #expect(places([Self.output], readout: .finalState) == ["network readout"])
    #expect(places([Self.output], readout: .lastOutput).isEmpty)
  }

  @Test func takesFiniteInitialValuesOnly() {
    #expect(places([LSTM(units: 8, initial: Constant(.nan)), Self.output]) == ["0 initial"])
    #expect(places([LSTM(units: 8, initial: Normal(stddev: -1)), Self.output]) == ["0 initial"])
    let recurrent = SimpleRNN(units: 8, recurrentInitial: Normal(stddev: .infinity))
    #expect(places([recurrent, Self.output]) == ["0 recurrent_initial"])
    #expect(places([LSTM(units: 8, bias: 1e300), Self.output]) == ["0 bias"])
    #expect(places([LSTM(units: 8, forgetBias: .nan), Self.output]) == ["0 forget_bias"])
  }

  @Test func reportsEverythingAtOnce() {
    let layers: [any Layer] = [LSTM(units: 0), Dense(units: 3)]
    #expect(places(layers, loss: .crossEntropy) == ["0 units", "1 units", "1 activation"])
  }
}
