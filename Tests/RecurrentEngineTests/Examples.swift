import RecurrentEngine
import SeededRandom

/// A batch of normal inputs and random labels.
func randomBatch(_ network: Network, count: Int, capacity: Int? = nil, seed: UInt64 = 1) -> Batch {
  var batch = Batch(capacity: capacity ?? count, input: network.input)
  batch.count = count
  var stream = RandomStream(seed: seed, purpose: .tests)
  for row in 0..<count {
    batch.labels[row] = UInt8(stream.whole(below: network.classes))
    for place in 0..<network.input.steps * network.input.features {
      batch.values[row * network.input.steps * network.input.features + place] = Float(stream.normal())
    }
  }
  return batch
}

/// ‖a - b‖ / ‖b‖: how far a whole array is off, measured by what it should be.
func relativeDistance(_ actual: some Sequence<Double>, _ expected: some Sequence<Double>) -> Double {
  var difference = 0.0
  var norm = 0.0
  for (a, b) in zip(actual, expected) {
    difference += (a - b) * (a - b)
    norm += b * b
  }
  return (difference / norm).squareRoot()
}

extension Network {
  /// The networks of the four articles, by their letters.
  static let articles: [String: Network] = [
    "A": classifier([.simpleRNN(SimpleRNN(units: 150)), .dense(Dense(units: 10))]),
    "B": classifier([.lstm(LSTM(units: 150)), .dense(Dense(units: 10))]),
    "C": classifier([.dense(Dense(units: 128)), .lstm(LSTM(units: 128)), .dense(Dense(units: 10))]),
    "D": classifier(
      [
        .simpleRNN(SimpleRNN(units: 50, recurrentInitial: .orthogonal)),
        .dense(Dense(units: 10, activation: .softmax)), .dense(Dense(units: 10, activation: .softmax)),
      ], loss: .crossEntropy),
  ]

  private static func classifier(_ layers: [Layer], loss: Loss = .softmaxCrossEntropy) -> Network {
    Network(
      input: SequenceShape(steps: 28, features: 28), layers: layers, readout: .finalState, loss: loss, classes: 10)
  }
}
