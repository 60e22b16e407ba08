import RecurrentEngine
import SeededRandom
import Testing

@Suite struct InitialValueTests {
  private func network(_ layer: any Layer, features: Int = 28) -> Network {
    Network(
      input: SequenceShape(steps: 28, features: features), layers: [layer, Dense(units: 10)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 10)
  }

  private func kernel(_ layer: any Layer, features: Int = 28, seed: UInt64 = 1) -> [Double] {
    let network = network(layer, features: features)
    return network.initialParameters(seed: seed)[network.parameters[0].range].map { Double($0) }
  }

  @Test(arguments: [(28, 150, 0.08782), (128, 128, 0.08839)])
  func drawsAnLSTMKernelWithinOneGlorotLimit(features: Int, units: Int, limit: Double) throws {
    let values = kernel(LSTM(units: units), features: features)
    let largest = try #require(values.map(abs).max())
    #expect(largest < limit + 5e-6)
    #expect(largest > 0.999 * limit)
    expectMoments(values, deviation: limit / 3.0.squareRoot())
  }

  @Test func drawsTheTwoPartsOfAKernelApart() {
    let values = kernel(SimpleRNN(units: 50, recurrentInitial: Constant(0.25)))
    #expect(values[..<(28 * 50)].allSatisfy { abs($0) < 0.27736 })
    #expect(values[..<(28 * 50)].contains { abs($0) > 0.27 })
    #expect(values[(28 * 50)...].allSatisfy { $0 == 0.25 })
  }

  @Test(
    arguments: [
      SimpleRNN(units: 50, recurrentInitial: Orthogonal()),
      LSTM(units: 50, recurrentInitial: Orthogonal()),
    ] as [any Layer])
  func drawsOrthonormalRows(layer: any Layer) {
    let network = network(layer)
    let columns = network.parameters[0].shape[1]
    let values = Array(kernel(layer)[(28 * columns)...])
    let rows = (0..<50).map { Array(values[$0 * columns..<($0 + 1) * columns]) }
    for (index, row) in rows.enumerated() {
      for (other, otherRow) in rows.enumerated() {
        let product = zip(row, otherRow).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - (index == other ? 1 : 0)) < 1e-6, "rows \(index) and \(other)")
      }
    }
    expectMoments(values, deviation: 1 / Double(columns).squareRoot())
  }

  @Test func drawsTheRecurrentKernelOfAGRUApart() {
    let layer = GRU(units: 20, recurrentInitial: Orthogonal(), bias: 0.5)
    let network = network(layer)
    let names = ["gru_1/kernel", "gru_1/recurrent_kernel", "gru_1/bias", "gru_1/recurrent_bias"]
    #expect(network.parameters.prefix(4).map(\.name) == names)
    #expect(network.parameters.prefix(4).map(\.shape) == [[28, 60], [20, 60], [60], [60]])
    let parameters = network.initialParameters(seed: 1)
    expectMoments(
      parameters[network.parameters[0].range].map { Double($0) }, deviation: (6.0 / 88).squareRoot() / 3.0.squareRoot())
    let recurrent = parameters[network.parameters[1].range].map { Double($0) }
    #expect(abs(recurrent[..<60].reduce(0) { $0 + $1 * $1 } - 1) < 1e-6)
    #expect(abs(zip(recurrent[..<60], recurrent[60...]).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-6)
    #expect(network.parameters[2...3].allSatisfy { parameters[$0.range].allSatisfy { $0 == 0.5 } })
  }

  @Test func drawsOrthonormalColumnsWhereThereAreMoreRows() {
    let values = kernel(Dense(units: 5, initial: Orthogonal()), features: 12, readout: .lastOutput)
    for column in 0..<5 {
      for other in 0..<5 {
        let product = (0..<12).reduce(0.0) { $0 + values[$1 * 5 + column] * values[$1 * 5 + other] }
        #expect(abs(product - (column == other ? 1 : 0)) < 1e-6)
      }
    }
  }

  @Test func drawsNormalValues() {
    expectMoments(kernel(SimpleRNN(units: 200, initial: Normal(stddev: 3))), deviation: 3)
    let deviation = (2.0 / 228).squareRoot()
    expectMoments(kernel(SimpleRNN(units: 200, initial: HeNormal())), deviation: deviation)
  }

  @Test func setsEveryBias() {
    let network = network(LSTM(units: 8, forgetBias: 1, bias: 0.1))
    let parameters = network.initialParameters(seed: 1)
    #expect(parameters[network.parameters[1].range].allSatisfy { $0 == 0.1 })
    #expect(parameters[network.parameters[3].range].allSatisfy { $0 == 0 })
  }

  @Test func dependsOnTheSeedAlone() {
    let network = network(LSTM(units: 20, recurrentInitial: Orthogonal()))
    #expect(network.initialParameters(seed: 4) == network.initialParameters(seed: 4))
    #expect(network.initialParameters(seed: 4) != network.initialParameters(seed: 5))
  }

  @Test func drawsEachLayerForItself() {
    let small = network(LSTM(units: 20))
    let other = network(LSTM(units: 20, initial: Orthogonal(), recurrentInitial: HeNormal()))
    let (first, second) = (small.initialParameters(seed: 4), other.initialParameters(seed: 4))
    #expect(first[small.parameters[2].range] == second[small.parameters[2].range])
    #expect(first[small.parameters[0].range] != second[small.parameters[0].range])
  }

  private func kernel(_ layer: any Layer, features: Int, readout: Readout) -> [Double] {
    let network = Network(
      input: SequenceShape(steps: 1, features: features), layers: [layer], readout: readout,
      loss: .softmaxCrossEntropy, outputs: layer.output(for: SequenceShape(steps: 28, features: features)).features)
    return network.initialParameters(seed: 1)[network.parameters[0].range].map { Double($0) }
  }

  /// Mean and deviation within five standard errors.
  private func expectMoments(
    _ values: [Double], deviation: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let actual = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    #expect(abs(mean) < 5 * deviation / count.squareRoot(), sourceLocation: sourceLocation)
    #expect(abs(actual / deviation - 1) < 5 / (2 * count).squareRoot(), sourceLocation: sourceLocation)
  }
}
