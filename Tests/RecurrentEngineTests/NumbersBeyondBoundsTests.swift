import RecurrentEngine
import Testing

/// NaN and infinity stay visible, and stop nothing.
@Suite struct NumbersBeyondBoundsTests {
  static let networks: [Network] = [
    classifier([LSTM(units: 9), Dense(units: 4)]),
    classifier([SimpleRNN(units: 9, activation: .relu), Dense(units: 4)]),
    classifier([
      Dense(units: 9, activation: .relu), SimpleRNN(units: 9),
      Dense(units: 4, activation: .softmax),
    ]),
    Network(
      input: SequenceShape(steps: 3, features: 5),
      layers: [LSTM(units: 9), Dense(units: 4, activation: .softmax)], readout: .finalState,
      loss: .crossEntropy, outputs: 4),
  ]

  private static func classifier(_ layers: [any Layer]) -> Network {
    Network(
      input: SequenceShape(steps: 3, features: 5), layers: layers, readout: .finalState, loss: .softmaxCrossEntropy,
      outputs: 4)
  }

  @Test(arguments: networks)
  func showsANaNInput(network: Network) {
    var batch = randomBatch(network, count: 40)
    batch.values[7] = .nan
    let workspace = Workspace(network: network, capacity: 40, threads: 2)
    var state = TrainingState(network: network, seed: 1, optimizer: Adam(learningRate: 0.001))

    let evaluation = workspace.evaluate(batch, parameters: state.parameters)
    #expect(evaluation.losses[0].isNaN)
    #expect(evaluation.losses.dropFirst().allSatisfy { $0.isFinite }, "other rows are none the wiser")
    #expect(evaluation.meanLoss.isNaN)
    #expect(evaluation.predictions[0] == nil)
    #expect(evaluation.predictions.dropFirst().allSatisfy { $0 != nil })
    #expect(evaluation.probabilities[..<4].allSatisfy { $0.isNaN })

    #expect(workspace.trainStep(batch, state: &state, optimizer: Adam(learningRate: 0.001)).isNaN)
    #expect(state.parameters.contains { $0.isNaN })
    #expect(workspace.evaluate(batch, parameters: state.parameters).meanLoss.isNaN)
  }

  @Test(arguments: networks)
  func survivesInfiniteParameters(network: Network) {
    let batch = randomBatch(network, count: 3)
    let parameters = Array(repeating: Float.infinity, count: network.parameterCount)
    let evaluation = Workspace(network: network, capacity: 3, threads: 1).evaluate(batch, parameters: parameters)
    #expect(evaluation.losses.allSatisfy { $0.isNaN })
    #expect(evaluation.predictions == [nil, nil, nil])
    #expect(evaluation.correct == 0)
  }

  @Test func saysNothingWhereOneOutputIsInfinite() {
    let network = Network(
      input: SequenceShape(steps: 1, features: 1), layers: [Dense(units: 2)], readout: .lastOutput,
      loss: .softmaxCrossEntropy, outputs: 2)
    let batch = Batch(network, values: [1, 1], classes: [0, 1])
    let evaluation = Workspace(network: network, capacity: 2, threads: 1).evaluate(
      batch, parameters: [.greatestFiniteMagnitude, 1, .greatestFiniteMagnitude, 0])
    #expect(evaluation.predictions == [nil, nil])
    #expect(evaluation.losses.allSatisfy { $0.isNaN }, "also that of the class whose output is finite")
    #expect(evaluation.correct == 0)
  }

  @Test func doesNotTakeAnOutputWithoutTargetAndWithoutNumberForRight() {
    let network = Network(
      input: SequenceShape(steps: 2, features: 1), layers: [Dense(units: 2)], readout: .everyStep,
      loss: .softmaxCrossEntropy, outputs: 2)
    let batch = Batch(network, values: [1, .nan], classes: [0, -1])
    let evaluation = Workspace(network: network, capacity: 1, threads: 1).evaluate(batch, parameters: [1, -1, 0, 0])
    #expect(evaluation.predictions == [0, nil])
    #expect(evaluation.correct == 1)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity]) func tellsAParameterThatIsNoFiniteNumber(_ number: Float) {
    var state = TrainingState(network: Self.networks[0], seed: 1, optimizer: SGD(learningRate: 1))
    state.parameters[0] = -.greatestFiniteMagnitude
    #expect(state.isFinite)
    state.parameters[state.parameters.count - 1] = number
    #expect(!state.isFinite)
  }

  @Test func keepsTheLossOfAHopelessRowFinite() {
    let network = Network(
      input: SequenceShape(steps: 1, features: 1), layers: [Dense(units: 2)], readout: .lastOutput,
      loss: .softmaxCrossEntropy, outputs: 2)
    let batch = Batch(network, values: [1], classes: [1])
    let result = Workspace(network: network, capacity: 1, threads: 1).gradient(batch, parameters: [3e4, -3e4, 0, 0])
    #expect(result.loss == 6e4)
    #expect(result.gradient == [1, -1, 1, -1])
  }

  @Test func clipsAProbabilityOfZeroAsKerasDoes() {
    let network = Network(
      input: SequenceShape(steps: 1, features: 1), layers: [Dense(units: 2, activation: .softmax)],
      readout: .lastOutput, loss: .crossEntropy, outputs: 2)
    let batch = Batch(network, values: [1, 1], classes: [1, 0])
    let workspace = Workspace(network: network, capacity: 2, threads: 1)
    let parameters: [Float] = [500, -500, 0, 0]
    let evaluation = workspace.evaluate(batch, parameters: parameters)
    #expect(abs(evaluation.losses[0] - 16.118_095_65) < 1e-8)
    #expect(abs(evaluation.losses[1] - 1.000_000_05e-7) < 1e-13)
    #expect(workspace.gradient(batch, parameters: parameters).gradient.allSatisfy { $0 == 0 })
  }

  @Test func predictsTheFirstOfEquals() {
    let network = NumbersBeyondBoundsTests.networks[0]
    let batch = randomBatch(network, count: 6)
    let parameters = Array(repeating: Float(0), count: network.parameterCount)
    let evaluation = Workspace(network: network, capacity: 6, threads: 1).evaluate(batch, parameters: parameters)
    #expect(evaluation.predictions == [0, 0, 0, 0, 0, 0])
    #expect(evaluation.correct == batch.classes.count { $0 == 0 })
    #expect(evaluation.probabilities.allSatisfy { $0 == 0.25 })
  }
}
