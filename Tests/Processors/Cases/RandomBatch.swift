package import RecurrentEngine
private import SeededRandom

extension Batch {
  /// A batch of normal inputs, or of random tokens, and a random target for each of the network's outputs.
  package init(random network: Network, count: Int, seed: UInt64 = 1) {
    var stream = RandomStream(seed: seed, purpose: .tests)
    var values: [Float] = []
    var tokens: [Int] = []
    var classes: [Int32] = []
    var numbers: [Float] = []
    for _ in 0..<count {
      for _ in 0..<network.outputSteps {
        switch network.loss.target {
        case .class: classes.append(Int32(stream.whole(below: network.outputs)))
        case .number: for _ in 0..<network.outputs { numbers.append(Float(stream.normal())) }
        }
      }
      if network.input.isTokens {
        for _ in 0..<network.input.steps { tokens.append(stream.whole(below: network.input.features)) }
      } else {
        for _ in 0..<network.input.steps * network.input.features { values.append(Float(stream.normal())) }
      }
    }
    self.init(
      inputs: network.input.isTokens
        ? SequenceTokens(tokens, steps: network.input.steps) : SequenceValues(values, input: network.input),
      count: count,
      targets: network.loss.target == .class ? .classes(classes) : .numbers(numbers))
  }
}
