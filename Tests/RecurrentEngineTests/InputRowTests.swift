import RecurrentEngine
import Testing

/// Rows that are written straight into the engine's memory.
@Suite struct InputRowTests {
  static let networks = [
    network([LSTM(units: 5), Dense(units: 3)], .finalState),
    network([Dense(units: 4, activation: .tanh), Dense(units: 3)], .lastOutput),
    network([Dense(units: 3)], .everyStep),
  ]

  private static func network(_ layers: [any Layer], _ readout: Readout) -> Network {
    Network(
      input: SequenceShape(steps: 4, features: 37), layers: layers, readout: readout, loss: .softmaxCrossEntropy,
      outputs: 3)
  }

  private static let count = 9

  /// One of 37 tokens a step.
  private static func token(row: Int, step: Int) -> Int { (7 * row + 11 * step) % 37 }

  private final class Tokens: BatchInputs {
    func write(row: Int, into target: InputRow) {
      for step in 0..<4 { target.set(step: step, toToken: token(row: row, step: step)) }
    }
  }

  private final class Elements: BatchInputs {
    let values: SequenceValues

    init(values: SequenceValues) { self.values = values }

    func write(row: Int, into target: InputRow) {
      for step in 0..<4 {
        for feature in 0..<37 {
          target.set(step: step, feature: feature, to: values.values[(row * 4 + step) * 37 + feature])
        }
      }
    }
  }

  private final class Steps: BatchInputs {
    let values: SequenceValues

    init(values: SequenceValues) { self.values = values }

    func write(row: Int, into target: InputRow) {
      for step in target.steps {
        target.set(step: step) { values.values[(row * 4 + step) * 37 + $0] }
      }
    }
  }

  @Test(arguments: networks) func areTheSameHoweverTheyAreWritten(network: Network) {
    var batch = randomBatch(network, count: Self.count)
    let parameters = network.initialParameters(seed: 1)
    let workspace = Workspace(network: network, capacity: Self.count, threads: 2)
    let expected = workspace.gradient(batch, parameters: parameters)
    let values = SequenceValues(batch.values, input: network.input)
    for inputs in [Elements(values: values), Steps(values: values)] as [any BatchInputs] {
      _ = workspace.evaluate(randomBatch(network, count: Self.count, seed: 5), parameters: parameters)
      batch.inputs = inputs
      #expect(workspace.gradient(batch, parameters: parameters) == expected)
    }
  }

  @Test(arguments: networks) func haveASingleOneWhereATokenStands(network: Network) {
    var batch = randomBatch(network, count: Self.count)
    for row in 0..<Self.count {
      for step in 0..<4 {
        for feature in 0..<37 {
          batch.values[(row * 4 + step) * 37 + feature] = feature == Self.token(row: row, step: step) ? 1 : 0
        }
      }
    }
    let parameters = network.initialParameters(seed: 1)
    let workspace = Workspace(network: network, capacity: Self.count, threads: 2)
    let expected = workspace.gradient(batch, parameters: parameters)
    _ = workspace.evaluate(randomBatch(network, count: Self.count, seed: 5), parameters: parameters)
    batch.inputs = Tokens()
    #expect(workspace.gradient(batch, parameters: parameters) == expected)
  }
}
