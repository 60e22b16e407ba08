private import RecurrentEngine

extension ProcessorCase {
  static var trainings: [ProcessorCase] {
    [
      small,
      ProcessorCase(name: "small: its probabilities") { threads in
        var digest = Digest()
        digest.add(trainSmall(threads: threads).evaluation.probabilities)
        return digest.value
      },
      article("article A: simple_rnn of 150", batch: 150, [SimpleRNN(units: 150), Dense(units: 10)]),
      article("article B: lstm of 150", batch: 128, [LSTM(units: 150), Dense(units: 10)]),
      article(
        "article C: dense and lstm of 128", batch: 128, [Dense(units: 128), LSTM(units: 128), Dense(units: 10)]),
      article(
        "article D: simple_rnn of 50 and two softmax", batch: 50,
        [SimpleRNN(units: 50), Dense(units: 10, activation: .softmax), Dense(units: 10, activation: .softmax)],
        loss: .crossEntropy),
      training(
        "numbers of every step: two gru, 2 steps of adamw", steps: 2, batch: 35,
        Network(
          input: SequenceShape(steps: 6, features: 5),
          layers: [GRU(units: 23), GRU(units: 9, recurrentInitial: Orthogonal()), Dense(units: 3)],
          readout: .everyStep, loss: .meanSquaredError, outputs: 3),
        AdamW(learningRate: 0.01)),
      training(
        "tokens: embedding, lstm and layer norm, 3 steps of adam", steps: 3, batch: 37,
        Network(
          input: SequenceShape(steps: 7, features: 19, isTokens: true),
          layers: [Embedding(units: 21), LayerNorm(), LSTM(units: 37), LayerNorm(), Dense(units: 19)],
          readout: .everyStep, loss: .softmaxCrossEntropy, outputs: 19),
        Adam(learningRate: 0.01)),
      training(
        "activations: relu, sigmoid and tanh, 3 steps of sgd", steps: 3, batch: 33,
        Network(
          input: SequenceShape(steps: 5, features: 8),
          layers: [
            Dense(units: 40, activation: .relu, initial: HeNormal()), SimpleRNN(units: 17, activation: .relu),
            Dense(units: 12, activation: .sigmoid), Dense(units: 9, activation: .tanh), Dense(units: 4),
          ],
          readout: .lastOutput, loss: .softmaxCrossEntropy, outputs: 4),
        SGD(learningRate: 0.1, momentum: 0.9)),
    ]
  }

  /// What the engine's arithmetic is named by.
  package static let small = ProcessorCase(name: "small: dense, lstm and simple_rnn, 5 steps of adam") { threads in
    var digest = Digest()
    digest.add(trainSmall(threads: threads).parameters)
    return digest.value
  }

  private static func trainSmall(threads: Int) -> (parameters: [Float], evaluation: Evaluation) {
    let network = Network(
      input: SequenceShape(steps: 9, features: 11),
      layers: [Dense(units: 18), LSTM(units: 37), SimpleRNN(units: 20), Dense(units: 7)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 7)
    let adam = Adam(learningRate: 0.01)
    return train(network, steps: 5, batch: 45, adam, seed: 11, threads: threads)
  }

  /// One step of a network that reads an image of 28 rows of 28 pixels.
  private static func article(
    _ name: String, batch: Int, _ layers: [any Layer], loss: Loss = .softmaxCrossEntropy
  ) -> ProcessorCase {
    let network = Network(
      input: SequenceShape(steps: 28, features: 28), layers: layers, readout: .finalState, loss: loss, outputs: 10)
    return training(name + ", a step of adam", steps: 1, batch: batch, network, Adam(learningRate: 0.001))
  }

  /// The weights that so many steps on one batch end in.
  private static func training(
    _ name: String, steps: Int, batch: Int, _ network: Network, _ optimizer: some Optimizer
  ) -> ProcessorCase {
    ProcessorCase(name: name) { threads in
      var digest = Digest()
      digest.add(train(network, steps: steps, batch: batch, optimizer, seed: 1, threads: threads).parameters)
      return digest.value
    }
  }

  private static func train(
    _ network: Network, steps: Int, batch count: Int, _ optimizer: some Optimizer, seed: UInt64, threads: Int
  ) -> (parameters: [Float], evaluation: Evaluation) {
    let workspace = Workspace(network: network, capacity: count, threads: threads)
    let batch = Batch(random: network, count: count)
    var state = TrainingState(network: network, seed: seed, optimizer: optimizer)
    for _ in 0..<steps { _ = workspace.trainStep(batch, state: &state, optimizer: optimizer) }
    return (state.parameters, workspace.evaluate(batch, parameters: state.parameters))
  }
}
