/// One layer of a network.
package enum Layer: Sendable, Hashable {
  case dense(Dense)
  case simpleRNN(SimpleRNN)
  case lstm(LSTM)
}

/// y = activation(x·kernel + bias), on a vector or on every step of a sequence alike.
package struct Dense: Sendable, Hashable {
  package var units: Int
  package var activation: Activation
  package var initial: Initializer
  /// The initial value of every bias.
  package var bias: Double

  package init(
    units: Int, activation: Activation = .none, initial: Initializer = .glorotUniform, bias: Double = 0
  ) {
    self.units = units
    self.activation = activation
    self.initial = initial
    self.bias = bias
  }
}

/// h' = activation([x, h]·kernel + bias), starting from h = 0; each output is the new state.
package struct SimpleRNN: Sendable, Hashable {
  package var units: Int
  /// `.tanh` or `.relu`.
  package var activation: Activation
  package var initial: Initializer
  /// How the H rows of the kernel that the state meets are drawn; nil draws all D+H rows in one go by `initial`.
  package var recurrentInitial: Initializer?
  /// The initial value of every bias.
  package var bias: Double

  package init(
    units: Int, activation: Activation = .tanh, initial: Initializer = .glorotUniform,
    recurrentInitial: Initializer? = nil, bias: Double = 0
  ) {
    self.units = units
    self.activation = activation
    self.initial = initial
    self.recurrentInitial = recurrentInitial
    self.bias = bias
  }
}

/// c' = σ(f + forgetBias)·c + σ(i)·tanh(j), h' = σ(o)·tanh(c'), where i, j, f, o = [x, h]·kernel + bias, from c = h = 0.
package struct LSTM: Sendable, Hashable {
  package var units: Int
  /// A constant of the cell: neither stored in `bias` nor trained.
  package var forgetBias: Double
  package var initial: Initializer
  /// How the H rows of the kernel that the state meets are drawn; nil draws all D+H rows in one go by `initial`.
  package var recurrentInitial: Initializer?
  /// The initial value of every bias.
  package var bias: Double

  package init(
    units: Int, forgetBias: Double = 1, initial: Initializer = .glorotUniform,
    recurrentInitial: Initializer? = nil, bias: Double = 0
  ) {
    self.units = units
    self.forgetBias = forgetBias
    self.initial = initial
    self.recurrentInitial = recurrentInitial
    self.bias = bias
  }
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
