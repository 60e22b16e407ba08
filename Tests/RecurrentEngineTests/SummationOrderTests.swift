import ProcessorCases
import RecurrentEngine
import Testing

/// The order of every sum is part of the engine's results: these bits are the same on every machine.
@Suite struct SummationOrderTests {
  /// Blocks of 32 rows, each one chain of fused multiply-adds, added in ascending order.
  ///
  /// The shapes have tiles of every height and width of either instruction set, and more inputs than are worked on at once.
  @Test(arguments: [(19, 3), (7, 16), (37, 23), (50, 40), (24, 75), (8, 130), (230, 5)])
  func sumsWeightGradientsInBlocksOf32Rows(features: Int, units: Int) {
    let network = Network(
      input: SequenceShape(steps: 1, features: features), layers: [Dense(units: units)], readout: .lastOutput,
      loss: .softmaxCrossEntropy, outputs: units)
    let batch = randomBatch(network, count: 70)
    let parameters = network.initialParameters(seed: 1)
    let workspace = Workspace(network: network, capacity: 70, threads: 2)
    let probabilities = workspace.evaluate(batch, parameters: parameters).probabilities

    let (values, classes) = (batch.values, batch.classes)
    var expected = Array(repeating: Float(0), count: network.parameterCount)
    for place in expected.indices {
      let (feature, unit) = place.quotientAndRemainder(dividingBy: units)
      for block in [0..<32, 32..<64, 64..<70] {
        var chain: Float = 0
        for row in block {
          let target: Float = Int(classes[row]) == unit ? 1 : 0
          let slope = (probabilities[row * units + unit] - target) * (1 / 70 as Float)
          chain = chain.addingProduct(feature == features ? 1 : values[row * features + feature], slope)
        }
        expected[place] += chain
      }
    }
    #expect(workspace.gradient(batch, parameters: parameters).gradient == expected)
  }

  /// A change of these figures changes every published result of a notebook: it belongs in the change log, and renames the arithmetic.
  @Test func keepsItsBits() {
    #expect(ProcessorCase.small.digest(2) == Arithmetic.name)
  }
}
