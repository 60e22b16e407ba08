import ProcessorCases
import RecurrentEngine

/// A batch of normal inputs and a random target for each of the network's outputs.
func randomBatch(_ network: Network, count: Int, seed: UInt64 = 1) -> Batch {
  Batch(random: network, count: count, seed: seed)
}

extension Batch {
  init(_ network: Network, values: [Float], classes: [Int32]) {
    self.init(
      inputs: SequenceValues(values, input: network.input),
      count: values.count / (network.input.steps * network.input.features), targets: .classes(classes))
  }

  /// The inputs batch-major, [B, T, D]; of tokens the numbers of `features` that they stand for.
  func values(features: Int) -> [Float] {
    guard let tokens = (inputs as? SequenceTokens)?.tokens else { return values }
    return tokens.flatMap { token in (0..<features).map { $0 == token ? 1 : 0 } }
  }

  /// The inputs of the first steps of one row.
  func inputs(ofRow row: Int, _ shape: SequenceShape, steps: Int) -> any BatchInputs {
    let start = row * shape.steps
    if let tokens = (inputs as? SequenceTokens)?.tokens {
      return SequenceTokens(Array(tokens[start..<start + steps]), steps: steps)
    }
    let values = values[start * shape.features..<(start + steps) * shape.features]
    return SequenceValues(Array(values), input: SequenceShape(steps: steps, features: shape.features))
  }

  /// The inputs batch-major, [B, T, D].
  var values: [Float] {
    get { (inputs as? SequenceValues)?.values ?? [] }
    set {
      guard let rows = inputs as? SequenceValues else { return }
      inputs = SequenceValues(newValue, input: rows.input)
    }
  }

  /// The class of each output, [B·S].
  var classes: [Int32] {
    get {
      switch targets {
      case .classes(let classes): classes
      case .numbers: []
      }
    }
    set { targets = .classes(newValue) }
  }

  /// The numbers of each output, [B·S, K].
  var numbers: [Float] {
    get {
      switch targets {
      case .classes: []
      case .numbers(let numbers): numbers
      }
    }
    set { targets = .numbers(newValue) }
  }
}

/// ‖a - b‖ / ‖b‖: how far a whole array is off, measured by what it should be; infinite if they have not as many numbers.
func relativeDistance(_ actual: some Collection<Double>, _ expected: some Collection<Double>) -> Double {
  guard actual.count == expected.count else { return .infinity }
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
    "A": classifier([SimpleRNN(units: 150), Dense(units: 10)]),
    "B": classifier([LSTM(units: 150), Dense(units: 10)]),
    "C": classifier([Dense(units: 128), LSTM(units: 128), Dense(units: 10)]),
    "D": classifier(
      [
        SimpleRNN(units: 50, recurrentInitial: Orthogonal()),
        Dense(units: 10, activation: .softmax), Dense(units: 10, activation: .softmax),
      ], loss: .crossEntropy),
  ]

  private static func classifier(_ layers: [any Layer], loss: Loss = .softmaxCrossEntropy) -> Network {
    Network(
      input: SequenceShape(steps: 28, features: 28), layers: layers, readout: .finalState, loss: loss, outputs: 10)
  }
}
