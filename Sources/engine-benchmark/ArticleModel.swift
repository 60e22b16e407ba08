import RecurrentEngine

/// The networks of the four articles, by the letters that the benchmarks of other libraries use.
enum ArticleModel: String {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  /// Rows of a batch.
  var batch: Int {
    switch self {
    case .a: 150
    case .b, .c: 128
    case .d: 50
    }
  }

  var network: Network {
    switch self {
    case .a: rowReader([SimpleRNN(units: 150), Dense(units: 10)])
    case .b: rowReader([LSTM(units: 150), Dense(units: 10)])
    case .c: rowReader([Dense(units: 128), LSTM(units: 128), Dense(units: 10)])
    case .d:
      rowReader(
        [
          SimpleRNN(units: 50), Dense(units: 10, activation: .softmax), Dense(units: 10, activation: .softmax),
        ], loss: .crossEntropy)
    }
  }

  /// A network that reads an image of 28 rows of 28 pixels.
  private func rowReader(_ layers: [any Layer], loss: Loss = .softmaxCrossEntropy) -> Network {
    Network(
      input: SequenceShape(steps: 28, features: 28), layers: layers, readout: .finalState, loss: loss, outputs: 10)
  }
}
