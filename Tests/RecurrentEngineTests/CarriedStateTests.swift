import RecurrentEngine
import Testing

/// Sequences that are read in several batches.
@Suite struct CarriedStateTests {
  static let stacks: [[any Layer]] = [
    [SimpleRNN(units: 6), Dense(units: 3)],
    [LSTM(units: 5), Dense(units: 3)],
    [Dense(units: 4), GRU(units: 5), Dense(units: 3)],
    [Dense(units: 4), LSTM(units: 18), SimpleRNN(units: 4), Dense(units: 3)],
  ]

  private func network(_ layers: [any Layer], steps: Int) -> Network {
    Network(
      input: SequenceShape(steps: steps, features: 4), layers: layers, readout: .everyStep,
      loss: .softmaxCrossEntropy, outputs: 3)
  }

  /// A batch of sequences of nine steps and the same in pieces of three.
  private func batches(_ long: Network, _ short: Network) -> (whole: Batch, pieces: [Batch]) {
    let whole = randomBatch(long, count: 5)
    let pieces = (0..<3).map { piece in
      var (values, classes): ([Float], [Int32]) = ([], [])
      for row in 0..<5 {
        let start = row * 9 + piece * 3
        values += whole.values[start * 4..<(start + 3) * 4]
        classes += whole.classes[start..<start + 3]
      }
      var batch = Batch(short, values: values, classes: classes)
      batch.carriesState = true
      return batch
    }
    return (whole, pieces)
  }

  @Test(arguments: stacks) func evaluatesPiecesToTheBitsOfTheWhole(layers: [any Layer]) {
    let (long, short) = (network(layers, steps: 9), network(layers, steps: 3))
    let (whole, pieces) = batches(long, short)
    let parameters = long.initialParameters(seed: 2)
    let together = Workspace(network: long, capacity: 5, threads: 1).evaluate(whole, parameters: parameters)
    let workspace = Workspace(network: short, capacity: 5, threads: 2)
    for (index, piece) in pieces.enumerated() {
      let evaluation = workspace.evaluate(piece, parameters: parameters)
      for row in 0..<5 {
        let expected = together.losses[row * 9 + index * 3..<row * 9 + index * 3 + 3]
        #expect(Array(evaluation.losses[row * 3..<row * 3 + 3]) == Array(expected))
      }
    }
  }

  @Test(arguments: stacks) func takesUpWhatWasPutDown(layers: [any Layer]) {
    let (long, short) = (network(layers, steps: 9), network(layers, steps: 3))
    let pieces = batches(long, short).pieces
    let parameters = short.initialParameters(seed: 2)
    let first = Workspace(network: short, capacity: 5, threads: 2)
    _ = first.gradient(pieces[0], parameters: parameters)
    let states = first.carriedStates(rows: 5)
    #expect(states.count == 5 * short.carriedColumns)
    let second = Workspace(network: short, capacity: 7, threads: 1)
    second.setCarriedStates(states)
    #expect(second.carriedStates(rows: 5) == states)
    #expect(first.gradient(pieces[1], parameters: parameters) == second.gradient(pieces[1], parameters: parameters))
    #expect(first.carriedStates(rows: 5) != states)
    first.setCarriedStates()
    #expect(first.carriedStates(rows: 5).allSatisfy { $0 == 0 })
  }

  @Test(arguments: stacks) func leavesThemToBatchesThatDoNotCarryAny(layers: [any Layer]) {
    let (long, short) = (network(layers, steps: 9), network(layers, steps: 3))
    let pieces = batches(long, short).pieces
    let parameters = short.initialParameters(seed: 2)
    let workspace = Workspace(network: short, capacity: 5, threads: 2)
    var fresh = pieces[1]
    fresh.carriesState = false
    let expected = workspace.gradient(fresh, parameters: parameters)
    _ = workspace.gradient(pieces[0], parameters: parameters)
    let states = workspace.carriedStates(rows: 5)
    #expect(workspace.gradient(fresh, parameters: parameters) == expected)
    #expect(workspace.carriedStates(rows: 5) == states)
  }

  /// A state of zero that is carried is the state of zero that a sequence begins with.
  @Test(arguments: stacks) func beginsInAStateOfZero(layers: [any Layer]) {
    let (long, short) = (network(layers, steps: 9), network(layers, steps: 3))
    let piece = batches(long, short).pieces[0]
    var fresh = piece
    fresh.carriesState = false
    let parameters = short.initialParameters(seed: 2)
    let workspace = Workspace(network: short, capacity: 5, threads: 1)
    #expect(workspace.gradient(piece, parameters: parameters) == workspace.gradient(fresh, parameters: parameters))
  }

  /// The gradient of a piece that goes on is that of its own steps from a given state, by central differences.
  @Test(arguments: stacks) func endsTheGradientAtTheBeginningOfTheBatch(layers: [any Layer]) {
    let (long, short) = (network(layers, steps: 9), network(layers, steps: 3))
    let pieces = batches(long, short).pieces
    let parameters = short.initialParameters(seed: 2)
    let workspace = Workspace(network: short, capacity: 5, threads: 1)
    _ = workspace.evaluate(pieces[0], parameters: parameters)
    let states = workspace.carriedStates(rows: 5)
    let gradient = workspace.gradient(pieces[1], parameters: parameters).gradient
    func loss(_ parameters: [Float]) -> Double {
      workspace.setCarriedStates(states)
      return workspace.evaluate(pieces[1], parameters: parameters).meanLoss
    }
    let distance: Float = 0x1p-7
    var expected: [Double] = []
    for index in parameters.indices {
      var moved = parameters
      moved[index] += distance
      let above = loss(moved)
      moved[index] = parameters[index] - distance
      expected.append((above - loss(moved)) / Double(2 * distance))
    }
    #expect(relativeDistance(gradient.map { Double($0) }, expected) < 3e-3)
  }
}
