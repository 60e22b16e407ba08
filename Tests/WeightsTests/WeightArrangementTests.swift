import RecurrentEngine
import Testing
import Weights

/// How the parameters of a network are named and arranged elsewhere.
struct WeightArrangementTests {
  private func network(_ layers: [any Layer], steps: Int = 4, features: Int = 2) -> Network {
    let last = layers.last.map { $0.output(for: SequenceShape(steps: 1, features: 1)).features } ?? 1
    return Network(
      input: SequenceShape(steps: steps, features: features), layers: layers, readout: .finalState,
      loss: .softmaxCrossEntropy, outputs: last)
  }

  private func names(_ layers: [any Layer], _ layout: WeightLayout) throws -> [String] {
    let network = network(layers)
    let tensors = try WeightArrangement(network, layout).tensors(of: network.initialParameters(seed: 1))
    return tensors.map { "\($0.name) \($0.shape.map(String.init).joined(separator: "×"))" }
  }

  @Test("PyTorch has layers of one kind and size as one module, directions under names of their own")
  func namesForPyTorch() throws {
    let layers: [any Layer] = [
      Bidirectional(LSTM(units: 3)), Dropout(rate: 0.5), Bidirectional(LSTM(units: 3)), LSTM(units: 5), Dense(units: 2),
    ]
    #expect(
      try names(layers, .pytorch) == [
        "lstm.weight_ih_l0 12×2", "lstm.weight_hh_l0 12×3", "lstm.bias_ih_l0 12", "lstm.bias_hh_l0 12",
        "lstm.weight_ih_l0_reverse 12×2", "lstm.weight_hh_l0_reverse 12×3", "lstm.bias_ih_l0_reverse 12",
        "lstm.bias_hh_l0_reverse 12", "lstm.weight_ih_l1 12×6", "lstm.weight_hh_l1 12×3", "lstm.bias_ih_l1 12",
        "lstm.bias_hh_l1 12", "lstm.weight_ih_l1_reverse 12×6", "lstm.weight_hh_l1_reverse 12×3",
        "lstm.bias_ih_l1_reverse 12", "lstm.bias_hh_l1_reverse 12", "lstm_1.weight_ih_l0 20×6",
        "lstm_1.weight_hh_l0 20×5", "lstm_1.bias_ih_l0 20", "lstm_1.bias_hh_l0 20", "linear.weight 2×5",
        "linear.bias 2",
      ])
  }

  @Test("Recurrent layers of unlike activations are modules of their own to PyTorch, which has one activation a module")
  func separatesActivations() throws {
    let layers: [any Layer] = [SimpleRNN(units: 3), SimpleRNN(units: 3, activation: .relu), Dense(units: 2)]
    #expect(try names(layers, .pytorch).contains("rnn_1.weight_ih_l0 3×3"))
  }

  @Test("Keras numbers layers of a kind from the second on, and has both biases of a GRU in one array")
  func namesForKeras() throws {
    let layers: [any Layer] = [Dense(units: 4), Bidirectional(GRU(units: 3)), LSTM(units: 5), Dense(units: 2)]
    #expect(
      try names(layers, .keras) == [
        "dense/kernel 2×4", "dense/bias 4", "bidirectional/forward_layer/kernel 4×9",
        "bidirectional/forward_layer/recurrent_kernel 3×9", "bidirectional/forward_layer/bias 2×9",
        "bidirectional/backward_layer/kernel 4×9", "bidirectional/backward_layer/recurrent_kernel 3×9",
        "bidirectional/backward_layer/bias 2×9", "lstm/kernel 6×20", "lstm/recurrent_kernel 5×20", "lstm/bias 20",
        "dense_1/kernel 5×2", "dense_1/bias 2",
      ])
  }

  @Test("Tables and norms have the names that each library has for them")
  func namesOfOthers() throws {
    let network = Network(
      input: SequenceShape(steps: 4, features: 9, isTokens: true),
      layers: [Embedding(units: 3), LayerNorm(), LSTM(units: 2), Dense(units: 2)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 2)
    let parameters = network.initialParameters(seed: 1)
    func first(_ layout: WeightLayout) throws -> [String] {
      try WeightArrangement(network, layout).tensors(of: parameters).prefix(3).map {
        "\($0.name) \($0.shape.map(String.init).joined(separator: "×"))"
      }
    }
    #expect(try first(.pytorch) == ["embedding.weight 9×3", "layer_norm.weight 3", "layer_norm.bias 3"])
    #expect(
      try first(.keras) == ["embedding/embeddings 9×3", "layer_normalization/gamma 3", "layer_normalization/beta 3"])
    #expect(try first(.tf1) == ["embedding_1/table 9×3", "layer_norm_1/gain 3", "layer_norm_1/bias 3"])
    let table = try WeightArrangement(network, .pytorch).tensors(of: parameters)[0].values
    #expect(table == Array(parameters.prefix(27)))
  }

  @Test("TensorFlow 1 has one kernel for inputs and state, as nbrun does, bit for bit")
  func namesForTensorFlow() throws {
    let network = network([LSTM(units: 3), Dense(units: 2)])
    let parameters = network.initialParameters(seed: 1)
    let tensors = try WeightArrangement(network, .tf1).tensors(of: parameters)
    #expect(tensors.map(\.name) == ["lstm_1/kernel", "lstm_1/bias", "dense_1/kernel", "dense_1/bias"])
    #expect(tensors.flatMap(\.values) == parameters)
  }

  @Test("The forget bias lies alone in PyTorch's second bias, and is added to the one that Keras has")
  func placesForgetBias() throws {
    let network = network([LSTM(units: 2, forgetBias: 0.1, bias: 3), Dense(units: 2)])
    let parameters = network.initialParameters(seed: 1)
    let torch = try WeightArrangement(network, .pytorch).tensors(of: parameters)
    #expect(torch.first { $0.name == "lstm.bias_ih_l0" }?.values == Array(repeating: 3, count: 8))
    #expect(torch.first { $0.name == "lstm.bias_hh_l0" }?.values == [0, 0, 0.1, 0.1, 0, 0, 0, 0])
    let keras = try WeightArrangement(network, .keras).tensors(of: parameters)
    #expect(keras.first { $0.name == "lstm/bias" }?.values == [3, 3, 3.1, 3.1, 3, 3, 3, 3])
  }

  @Test("A GRU that resets after the product is refused for TensorFlow 1, by name and with the reason")
  func refusesResetAfter() {
    let refusal = WeightRefusal(
      layer: "gru_1", reason: "TensorFlow 1 resets a GRU's state before the product, and nbrun after it")
    #expect(throws: refusal) { try WeightArrangement(network([GRU(units: 3), Dense(units: 2)]), .tf1) }
    #expect(throws: refusal.forBoth) {
      try WeightArrangement(network([Bidirectional(GRU(units: 3)), Dense(units: 2)]), .tf1)
    }
  }

  @Test("A file of other tensors is refused with what was expected of each")
  func saysWhatIsExpected() throws {
    let arrangement = try WeightArrangement(network([SimpleRNN(units: 3), Dense(units: 2)]), .keras)
    let tensors = [
      TensorInfo(name: "simple_rnn/kernel", element: .float32, shape: [3, 2], bytes: 0..<24),
      TensorInfo(name: "simple_rnn/bias", element: .float64, shape: [3], bytes: 24..<48),
      TensorInfo(name: "dense/kernel", element: .float32, shape: [3, 2], bytes: 48..<72),
      TensorInfo(name: "dense/bias", element: .bfloat16, shape: [2], bytes: 72..<76),
      TensorInfo(name: "dense_1/bias", element: .float32, shape: [1], bytes: 76..<80),
    ]
    #expect(
      arrangement.problems(with: tensors, metadata: [:]) == [
        "'simple_rnn/kernel' is [3, 2], and the network has [2, 3]",
        "there is no tensor 'simple_rnn/recurrent_kernel' [3, 3]",
        "'simple_rnn/bias' has elements of the kind F64, and weights are F32, F16 or BF16",
        "the network has no place for 'dense_1/bias' [1]",
      ])
  }

  @Test("Weights that go with another forget bias are refused where no tensor has it")
  func refusesOtherConstants() throws {
    let (one, two) = (
      network([LSTM(units: 2), Dense(units: 2)]), network([LSTM(units: 2, forgetBias: 0), Dense(units: 2)])
    )
    for layout in WeightLayout.allCases {
      let bytes = try WeightArrangement(one, layout).file(of: one.initialParameters(seed: 1))
      let file = try SafetensorsFile(bytes)
      let problems = try WeightArrangement(two, layout).problems(with: file.tensors, metadata: file.metadata)
      #expect(
        problems
          == (layout == .tf1
            ? ["its weights go with the constants lstm_1 forget 1.0, and the network has 0"] : []))
      #expect(WeightLayout(metadata: file.metadata) == layout)
    }
  }
}

extension WeightRefusal {
  /// The same of a layer of both directions.
  fileprivate var forBoth: WeightRefusal { WeightRefusal(layer: "bidirectional_1", reason: reason) }
}
