import RecurrentEngine
import Testing

@Suite struct MemoryTests {
  /// A stack of every kind of layer, on long sequences of one input each.
  private static let stack = Network(
    input: SequenceShape(steps: 300, features: 1),
    layers: [
      GRU(units: 30), LSTM(units: 20), Dense(units: 70), SimpleRNN(units: 33), Dense(units: 40),
      Dense(units: 10),
    ], readout: .lastOutput, loss: .softmaxCrossEntropy, outputs: 10)

  @Test(arguments: ["A", "B", "C", "D", "stack"], [1, 50, 128, 150])
  func estimatesWhatAWorkspaceTakesFromAbove(name: String, capacity: Int) {
    let network = Network.articles[name] ?? Self.stack
    for threads in [1, 2, 8] {
      let taken = Double(Workspace(network: network, capacity: capacity, threads: threads).bytes)
      let estimate = network.workspaceBytes(capacity: capacity, threads: threads)
      #expect(estimate >= taken)
      #expect(estimate <= 1.5 * taken + 1e6)
    }
  }

  @Test func estimatesMemoryThatCannotBeHad() {
    let network = Network(
      input: SequenceShape(steps: 100_000, features: 1), layers: [LSTM(units: 3000), Dense(units: 10)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 10)
    #expect(network.workspaceBytes(capacity: 65_536) > 1e12)
  }
}
