import RecurrentEngine
import Testing

/// Labels that are not quite certain.
@Suite struct LabelSmoothingTests {
  private static let network = Network(
    input: SequenceShape(steps: 4, features: 3), layers: [LSTM(units: 5), Dense(units: 5)], readout: .everyStep,
    loss: .softmaxCrossEntropy, outputs: 5)

  @Test func isAMeanOfWhatTheTargetAndEveryClassWouldCost() {
    var batch = randomBatch(Self.network, count: 6)
    for place in [0, 5, 7] { batch.classes[place] = -1 }
    let workspace = Workspace(network: Self.network, capacity: 6, threads: 2)
    let parameters = Self.network.initialParameters(seed: 1)
    let plain = workspace.gradient(batch, parameters: parameters)
    let others = (0..<5).map { told in
      var batch = batch
      batch.classes = batch.classes.map { $0 < 0 ? $0 : Int32(told) }
      return workspace.gradient(batch, parameters: parameters)
    }
    batch.labelSmoothing = 0.3
    let smoothed = workspace.gradient(batch, parameters: parameters)
    let expected = 0.7 * plain.loss + 0.3 * others.reduce(0) { $0 + $1.loss } / 5
    #expect(abs(smoothed.loss - expected) < 1e-12)
    let gradient = plain.gradient.indices.map { place in
      0.7 * Double(plain.gradient[place]) + 0.3 * others.reduce(0) { $0 + Double($1.gradient[place]) } / 5
    }
    #expect(relativeDistance(smoothed.gradient.map { Double($0) }, gradient) < 1e-6)
  }

  @Test(arguments: [Loss.softmaxCrossEntropy, .crossEntropy]) func isLeastWhereEachClassHasItsShare(loss: Loss) {
    // Biases alone.
    let network = Network(
      input: SequenceShape(steps: 1, features: 1),
      layers: [Dense(units: 4, activation: loss == .crossEntropy ? .softmax : .none)], readout: .lastOutput, loss: loss,
      outputs: 4)
    var batch = Batch(network, values: [0], classes: [0])
    batch.labelSmoothing = 0.2
    let workspace = Workspace(network: network, capacity: 1, threads: 1)
    var state = TrainingState(parameters: Array(repeating: 0, count: 8), optimizer: SGD(learningRate: 1))
    for _ in 0..<400 { _ = workspace.trainStep(batch, state: &state, optimizer: SGD(learningRate: 1)) }
    let said = workspace.evaluate(batch, parameters: state.parameters).probabilities
    for (probability, share) in zip(said, [0.85, 0.05, 0.05, 0.05]) { #expect(abs(Double(probability) - share) < 1e-5) }
  }
}
