import RecurrentEngine
import Testing

/// A table of rows for tokens.
@Suite struct EmbeddingTests {
  /// Without and with rows in the last chain; a panel that is begun, full and more.
  static let shapes = [(units: 5, rows: 7), (units: 16, rows: 64), (units: 37, rows: 70)]

  private static func network(_ first: any Layer, _ layers: [any Layer], isTokens: Bool = true) -> Network {
    Network(
      input: SequenceShape(steps: 6, features: 23, isTokens: isTokens), layers: [first] + layers, readout: .everyStep,
      loss: .softmaxCrossEntropy, outputs: 4)
  }

  @Test(arguments: shapes, [1, 2, 3])
  func isAProductWithASingleOneToTheBit(shape: (units: Int, rows: Int), threads: Int) {
    // With a dropout of nothing behind it, a linear layer is not multiplied into the next.
    let rest: [any Layer] = [Dropout(rate: 0), GRU(units: 7), Dense(units: 4)]
    let table = Self.network(Embedding(units: shape.units), rest)
    let product = Self.network(Dense(units: shape.units), rest, isTokens: false)
    let parameters = table.initialParameters(seed: 1)
    let size = 23 * shape.units
    let withBias = parameters[..<size] + Array(repeating: 0, count: shape.units) + parameters[size...]
    let batch = randomBatch(table, count: shape.rows)
    let result = Workspace(network: table, capacity: shape.rows, threads: threads)
      .gradient(batch, parameters: parameters)
    let expected = Workspace(network: product, capacity: shape.rows, threads: threads)
      .gradient(batch.spelledOut(for: product), parameters: Array(withBias))
    #expect(result.loss == expected.loss)
    #expect(result.gradient[..<size] == expected.gradient[..<size])
    #expect(result.gradient[size...] == expected.gradient[(size + shape.units)...])
  }

  @Test func beginsWithNormalRowsAndCountsThem() {
    let network = Self.network(Embedding(units: 50), [LSTM(units: 3), Dense(units: 4)])
    #expect(network.summary[0].parameters == 23 * 50)
    #expect(network.summary[0].outputShape == [6, 50])
    #expect(network.parameters[0].name == "embedding_1/table")
    #expect(network.parameters[0].shape == [23, 50])
    let values = network.initialParameters(seed: 1)[..<(23 * 50)]
    let squares = values.reduce(0) { $0 + Double($1 * $1) } / Double(values.count)
    // Five standard errors of a variance.
    #expect(abs(squares - 1) < 5 * (2 / Double(values.count)).squareRoot())
  }

  @Test func takesNoMoreRoomForMoreTokens() {
    func bytes(_ tokens: Int, _ layers: [any Layer]) -> Int {
      let network = Network(
        input: SequenceShape(steps: 100, features: tokens, isTokens: true), layers: layers + [Dense(units: 4)],
        readout: .everyStep, loss: .softmaxCrossEntropy, outputs: 4)
      return Workspace(network: network, capacity: 32, threads: 1).bytes
    }
    let embedding = bytes(3000, [Embedding(units: 8)]) - bytes(30, [Embedding(units: 8)])
    // The table, its gradient, the sums of a chain, each a panel of sixteen columns at most.
    #expect(embedding < 3 * 3000 * 16 * 4)
    let (numbers, looked) = ([Dropout(rate: 0), GRU(units: 8)] as [any Layer], [GRU(units: 8)] as [any Layer])
    let room = 100 * 32 * 3000 * 4
    #expect(bytes(3000, numbers) > room, "a row of numbers takes room at each step")
    #expect(bytes(3000, looked) < room / 5, "and the number of a token none")
  }

  @Test(arguments: shapes) func takesNoMoreMemoryThanIsForeseen(shape: (units: Int, rows: Int)) {
    let network = Self.network(Embedding(units: shape.units), [LayerNorm(), Dense(units: 4)])
    let workspace = Workspace(network: network, capacity: shape.rows, threads: 2)
    #expect(Double(workspace.bytes) <= network.workspaceBytes(capacity: shape.rows, threads: 2))
  }
}
