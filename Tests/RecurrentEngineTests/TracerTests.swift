import RecurrentEngine
import Testing

/// What a trace tells of the steps of recurrent layers.
struct TracerTests {
  private static let steps = 5
  private static let input = SequenceShape(steps: steps, features: 4)

  private func network(_ layers: [any Layer]) -> Network {
    Network(
      input: Self.input, layers: layers + [Dense(units: 3)], readout: .finalState, loss: .softmaxCrossEntropy,
      outputs: 3)
  }

  private func values() -> [Float] { (0..<Self.steps * 4).map { Float(($0 * 7) % 11 - 5) / 4 } }

  private func batch(lengths: [Int]? = nil) -> Batch {
    Batch(inputs: SequenceValues(values(), input: Self.input), count: 1, targets: .classes([2]), lengths: lengths)
  }

  private static let layers: [Named<[any Layer]>] = [
    Named("lstm", [LSTM(units: 19)]), Named("gru", [GRU(units: 19)]), Named("rnn", [SimpleRNN(units: 19)]),
    Named("two", [Dense(units: 7), LSTM(units: 19), Dropout(rate: 0.5), GRU(units: 6)]),
  ]

  @Test("An LSTM's states follow from its gates")
  func followsFromGates() throws {
    let network = network([LSTM(units: 19)])
    let traces = Tracer(network).trace(batch(), parameters: network.initialParameters(seed: 3))
    let trace = try #require(traces.first)
    #expect(traces.count == 1 && trace.layer == 0 && trace.units == 19)
    #expect(trace.gates.map(\.role) == [.input, .candidate, .forget, .output])
    for unit in 0..<19 {
      var cell = 0.0
      for step in 0..<Self.steps {
        let place = step * 19 + unit
        let gates = trace.gates.map { Double($0.values[place]) }
        cell = gates[2] * cell + gates[0] * gates[1]
        let power = Self.power(2 * cell)
        #expect(abs(Double(trace.states[place]) - gates[3] * (power - 1) / (power + 1)) < 1e-6)
      }
    }
  }

  /// e to a power that is no large number, by its series.
  private static func power(_ x: Double) -> Double {
    (1...60).reversed().reduce(1.0) { 1 + x / Double($1) * $0 }
  }

  @Test("Summed over the steps, the gradient is that of the bias, whatever is dropped out in training")
  func sumsUpToTheBias() throws {
    for layers in Self.layers {
      let network = network(layers.value)
      let parameters = network.initialParameters(seed: 3)
      let kept = Network(
        input: network.input, layers: network.layers.filter { $0.kind != "dropout" }, readout: network.readout,
        loss: network.loss, outputs: network.outputs)
      let gradient = Workspace(network: kept, capacity: 1, threads: 1).gradient(batch(), parameters: parameters)
        .gradient
      let traces = Tracer(network).trace(batch(), parameters: parameters)
      try #require(!traces.isEmpty, "\(layers.name)")
      for trace in traces {
        let slots = network.parametersOfLayers[trace.layer]
        let bias = try #require(slots.first { $0.name.hasSuffix("/bias") })
        let width = bias.range.count
        for column in 0..<width {
          let sum = (0..<Self.steps).reduce(0.0) { $0 + Double(trace.gradients[$1 * width + column]) }
          #expect(abs(sum - Double(gradient[bias.range.lowerBound + column])) < 1e-6, "\(layers.name)")
        }
        #expect(trace.gradientNorms.count == Self.steps && trace.gradientNorms.allSatisfy { $0 > 0 })
      }
    }
  }

  @Test("What stands behind the end of an example reaches nothing, and is not told")
  func endsWhereTheExampleEnds() throws {
    for layers in Self.layers {
      let network = network(layers.value)
      let parameters = network.initialParameters(seed: 3)
      let tracer = Tracer(network)
      let whole = tracer.trace(batch(), parameters: parameters)
      let short = tracer.trace(batch(lengths: [3]), parameters: parameters)
      try #require(!whole.isEmpty && short.count == whole.count, "\(layers.name)")
      for (whole, short) in zip(whole, short) {
        #expect(short.states == Array(whole.states.prefix(3 * whole.units)), "\(layers.name)")
        #expect(short.gradientNorms.count == 3)
      }
    }
  }

  @Test("A layer of both directions has no steps of its own to tell")
  func passesOverBothDirections() {
    let network = network([Bidirectional(LSTM(units: 3)), LSTM(units: 2)])
    let traces = Tracer(network).trace(batch(), parameters: network.initialParameters(seed: 3))
    #expect(traces.map(\.layer) == [1])
  }
}

/// A value with a name for messages.
private struct Named<Value: Sendable>: Sendable {
  let name: String
  let value: Value

  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}
