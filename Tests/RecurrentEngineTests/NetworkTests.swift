import RecurrentEngine
import Testing

@Suite struct NetworkTests {
  @Test(arguments: [("A", 28_360), ("B", 108_910), ("C", 136_586), ("D", 4_570)])
  func countsTheParametersOfTheArticles(letter: String, count: Int) throws {
    let network = try #require(Network.articles[letter])
    #expect(network.parameterCount == count)
    #expect(network.initialParameters(seed: 1).count == count)
    #expect(network.summary.reduce(0) { $0 + $1.parameters } == count)
  }

  @Test func laysOutKernelAndBiasOfEachLayerInOrder() throws {
    let slots = try #require(Network.articles["C"]).parameters
    let names = ["dense_1/kernel", "dense_1/bias", "lstm_1/kernel", "lstm_1/bias", "dense_2/kernel", "dense_2/bias"]
    #expect(slots.map(\.name) == names)
    #expect(slots.map(\.shape) == [[28, 128], [128], [256, 512], [512], [128, 10], [10]])
    #expect(slots[0].range.lowerBound == 0)
    for (slot, next) in zip(slots, slots.dropFirst()) {
      #expect(slot.range.upperBound == next.range.lowerBound)
    }
    #expect(slots.allSatisfy { $0.range.count == $0.shape.reduce(1, *) })
  }

  @Test func summarizesSequencesAndVectors() throws {
    let summary = try #require(Network.articles["C"]).summary
    #expect(summary.map(\.name) == ["dense_1", "lstm_1", "dense_2"])
    #expect(summary.map(\.kind) == ["dense", "lstm", "dense"])
    #expect(summary.map(\.outputShape) == [[28, 128], [128], [10]])
    #expect(summary.map(\.parameters) == [3_712, 131_584, 1_290])
  }

  @Test func summarizesVectorsAloneWithoutARecurrentLayer() {
    let network = Network(
      input: SequenceShape(steps: 28, features: 28), layers: [Dense(units: 30), Dense(units: 10)],
      readout: .lastOutput, loss: .softmaxCrossEntropy, outputs: 10)
    #expect(network.summary.map(\.outputShape) == [[30], [10]])
  }

  @Test func readsTheLastStepWithoutARecurrentLayer() {
    let network = Network(
      input: SequenceShape(steps: 3, features: 4), layers: [Dense(units: 2)], readout: .lastOutput,
      loss: .softmaxCrossEntropy, outputs: 2)
    let workspace = Workspace(network: network, capacity: 5, threads: 1)
    let parameters = network.initialParameters(seed: 1)
    var batch = randomBatch(network, count: 5)
    let before = workspace.evaluate(batch, parameters: parameters)
    batch.values[0] += 1
    #expect(workspace.evaluate(batch, parameters: parameters).losses == before.losses)
    batch.values[2 * 4] += 1
    #expect(workspace.evaluate(batch, parameters: parameters).losses[0] != before.losses[0])
  }
}
