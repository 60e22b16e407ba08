/// One layer of a network.
package enum Layer: Sendable, Hashable {
  case dense(Dense)
  case simpleRNN(SimpleRNN)
  case lstm(LSTM)
}

extension Layer {
  package var units: Int {
    switch self {
    case .dense(let layer): layer.units
    case .simpleRNN(let layer): layer.units
    case .lstm(let layer): layer.units
    }
  }

  /// The layer's name in notebooks, summaries and parameter names.
  package var kind: String {
    switch self {
    case .dense: "dense"
    case .simpleRNN: "simple_rnn"
    case .lstm: "lstm"
    }
  }

  /// Whether the layer carries a state from one step to the next.
  package var isRecurrent: Bool {
    switch self {
    case .dense: false
    case .simpleRNN, .lstm: true
    }
  }

  /// How many blocks of H columns the kernel has (G).
  var gates: Int {
    switch self {
    case .dense, .simpleRNN: 1
    case .lstm: 4
    }
  }

  /// The kernel's initializer, the one of its recurrent rows if they are drawn apart, and the bias.
  var initialValues: (kernel: Initializer, recurrent: Initializer?, bias: Double) {
    switch self {
    case .dense(let layer): (layer.initial, nil, layer.bias)
    case .simpleRNN(let layer): (layer.initial, layer.recurrentInitial, layer.bias)
    case .lstm(let layer): (layer.initial, layer.recurrentInitial, layer.bias)
    }
  }
}
