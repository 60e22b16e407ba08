import RecurrentEngine

/// A model to be timed, by the name that the benchmarks of other libraries know it by.
struct TimedModel {
  let name: String
  /// Rows of a batch.
  let batch: Int
  let network: Network
  /// How many images are evaluated, where it is that instead of training steps.
  var images: Int?
}

extension TimedModel {
  /// What is timed at once.
  var turn: String { images.map { "\($0) images" } ?? "step" }

  /// What is timed, with so many threads.
  func loop(threads: Int, watch: (any StepWatch)? = nil) -> any TimedLoop {
    if let images { return TestSetLoop(network, images: images, threads: threads, watch: watch) }
    return TrainingLoop(network, batch: batch, threads: threads, watch: watch)
  }

  /// The multiplications and additions of one phase of what is timed.
  func operations(in phase: StepPhase) -> Double {
    guard let images else { return network.operations(batch: batch, in: phase) }
    return phase == .forward ? network.operations(batch: images, in: .forward) : 0
  }
}

extension TimedModel {
  /// The networks of the four articles.
  static let articles = [
    TimedModel(name: "A", batch: 150, network: reader([SimpleRNN(units: 150)])),
    TimedModel(name: "B", batch: 128, network: reader([LSTM(units: 150)])),
    TimedModel(name: "C", batch: 128, network: reader([Dense(units: 128), LSTM(units: 128)])),
    TimedModel(
      name: "D", batch: 50,
      network: reader([SimpleRNN(units: 50), Dense(units: 10, activation: .softmax)], activation: .softmax)),
  ]

  /// What the articles do not have: other layers, and larger and longer ones.
  static let others = [
    TimedModel(name: "gru-150", batch: 128, network: reader([GRU(units: 150)])),
    TimedModel(name: "lstm-2x128", batch: 128, network: reader([LSTM(units: 128), LSTM(units: 128)])),
    TimedModel(
      name: "lstm-128-both-ways", batch: 128, network: reader([Bidirectional(LSTM(units: 128))], readout: .lastOutput)),
    TimedModel(
      name: "lstm-2x128-both-ways", batch: 128,
      network: reader([Bidirectional(LSTM(units: 128)), Bidirectional(LSTM(units: 128))])),
    TimedModel(name: "lstm-150-steps-784", batch: 128, network: reader(steps: 784, [LSTM(units: 150)])),
    TimedModel(name: "lstm-150-batch-1024", batch: 1024, network: reader([LSTM(units: 150)])),
    TimedModel(name: "lstm-512", batch: 128, network: reader([LSTM(units: 512)])),
    TimedModel(name: "lstm-1024", batch: 128, network: reader([LSTM(units: 1024)])),
    TimedModel(name: "lstm-1024-batch-512", batch: 512, network: reader([LSTM(units: 1024)])),
    TimedModel(
      name: "characters-256", batch: 64,
      network: reader(steps: 64, tokens: 65, [LSTM(units: 256)], outputs: 65, readout: .everyStep)),
    TimedModel(name: "pixels-100", batch: 100, network: reader(steps: 784, features: 1, [LSTM(units: 100)])),
    TimedModel(name: "test-set-B", batch: 500, network: reader([LSTM(units: 150)]), images: 10_000),
  ]

  static var all: [TimedModel] { articles + others }

  /// A network with a dense layer behind the given ones, which tells a class of what it has read.
  private static func reader(
    steps: Int = 28, features: Int = 28, tokens: Int? = nil, _ layers: [any Layer], outputs: Int = 10,
    activation: Activation = .none, readout: Readout = .finalState
  ) -> Network {
    Network(
      input: SequenceShape(steps: steps, features: tokens ?? features, isTokens: tokens != nil),
      layers: layers + [Dense(units: outputs, activation: activation)], readout: readout,
      loss: activation == .softmax ? .crossEntropy : .softmaxCrossEntropy, outputs: outputs)
  }
}
