import Testing

@testable import RecurrentEngine

/// What a dropout layer makes zero, and what becomes of the rest.
@Suite struct DropoutTests {
  private static let steps = 6
  private static let features = 21

  /// A network that is a dropout and a sum: the gradient of the sum's weights at each step tells what came through.
  private static func network(_ layers: [any Layer]) -> Network {
    Network(
      input: SequenceShape(steps: steps, features: features), layers: layers, readout: .finalState,
      loss: .softmaxCrossEntropy, outputs: 3)
  }

  /// The factors by which a dropout multiplies ones, [B][T][D].
  private func factors(
    _ dropout: Dropout, rows: Int, update: Int = 0, seed: UInt64 = 1, layer: Int = 0,
    mode: PassContext.Mode = .training,
    firstRow: Int = 0
  ) -> [[[Float]]] {
    let arena = Arena()
    let inputs = arena.matrix(steps: Self.steps, columns: Self.features, rows: rows)
    for step in 0..<Self.steps { inputs.step(step).fill(rows: 0..<rows, with: 1) }
    let pass = dropout.makePass(
      LayerSource(
        shape: SequenceShape(steps: Self.steps, features: Self.features), inputs: inputs, looksUpTokens: false,
        inputGradient: nil,
        index: layer, offset: 0, readout: .everyStep, arena: arena,
        shared: SharedMemory(capacity: rows, arena: arena), fold: nil))
    pass.forward(
      rows: 0..<rows,
      PassContext(mode: mode, seed: seed, update: update, firstRow: firstRow, lengths: nil, carriesState: false))
    return (0..<rows).map { row in
      (0..<Self.steps).map { step in (0..<Self.features).map { pass.output[step: step, row: row, column: $0] } }
    }
  }

  @Test(arguments: [0, 0.1, 0.5, 0.9], Dropout.Mask.allCases)
  func leavesTheMeanAsItIs(rate: Double, mask: Dropout.Mask) {
    let all = factors(Dropout(rate: rate, mask: mask), rows: 400).joined().joined()
    let scale = Float(1 / (1 - rate))
    #expect(all.allSatisfy { $0 == 0 || $0 == scale })
    let share = Double(all.count { $0 == 0 }) / Double(all.count)
    // Independent draws: 8,400 where steps share a mask. Five standard errors.
    #expect(abs(share - rate) < 5 * (rate * (1 - rate) / 8400).squareRoot() + 1e-9)
  }

  @Test func drawsForEachStepOrForEachSequence() {
    let each = factors(Dropout(rate: 0.5), rows: 3)
    #expect(each.allSatisfy { Set($0).count == Self.steps })
    let whole = factors(Dropout(rate: 0.5, mask: .eachSequence), rows: 3)
    #expect(whole.allSatisfy { Set($0).count == 1 })
    #expect(Set(whole.map { $0[0] }).count == 3)
  }

  @Test(arguments: Dropout.Mask.allCases) func followsFromSeedUpdateLayerAndRow(mask: Dropout.Mask) {
    let dropout = Dropout(rate: 0.5, mask: mask)
    let expected = factors(dropout, rows: 4)
    #expect(factors(dropout, rows: 4) == expected)
    #expect(factors(dropout, rows: 4, update: 1) != expected)
    #expect(factors(dropout, rows: 4, seed: 2) != expected)
    #expect(factors(dropout, rows: 4, layer: 1) != expected)
    #expect(factors(dropout, rows: 2, firstRow: 2) == Array(expected[2...]), "wherever a row is worked on")
  }

  @Test func evaluatesWithNumbersAsTheyAre() {
    #expect(factors(Dropout(rate: 0.9), rows: 2, mode: .evaluating).joined().joined().allSatisfy { $0 == 1 })
    let bare = Self.network([LSTM(units: 9), Dense(units: 3)])
    let dropping = Self.network([Dropout(rate: 0.5), LSTM(units: 9), Dropout(rate: 0.5), Dense(units: 3)])
    let batch = randomBatch(bare, count: 5)
    let parameters = bare.initialParameters(seed: 1)
    let evaluation = Workspace(network: dropping, capacity: 5, threads: 1).evaluate(batch, parameters: parameters)
    #expect(
      evaluation.losses
        == Workspace(network: bare, capacity: 5, threads: 1).evaluate(batch, parameters: parameters).losses)
    let training = Workspace(network: dropping, capacity: 5, threads: 1).gradient(batch, parameters: parameters)
    #expect(training.loss != evaluation.meanLoss)
  }

  @Test(arguments: Dropout.Mask.allCases) func passesTheGradientOfWhatCameThrough(mask: Dropout.Mask) {
    let network = Self.network([
      Dense(units: 5, activation: .tanh), Dropout(rate: 0.4, mask: mask), LSTM(units: 6),
      Dropout(rate: 0.5, mask: mask), Dense(units: 3),
    ])
    let parameters = network.initialParameters(seed: 1)
    let workspace = Workspace(network: network, capacity: 4, threads: 2)
    let batch = randomBatch(network, count: 4)
    let gradient = workspace.gradient(batch, parameters: parameters, update: 7).gradient
    // Against central differences of the loss under the same masks, in single precision.
    let distance: Float = 0x1p-7
    for slot in network.parameters {
      let expected = slot.range.map { index in
        var moved = parameters
        moved[index] += distance
        let above = workspace.gradient(batch, parameters: moved, update: 7).loss
        moved[index] = parameters[index] - distance
        return (above - workspace.gradient(batch, parameters: moved, update: 7).loss) / Double(2 * distance)
      }
      #expect(relativeDistance(gradient[slot.range].map { Double($0) }, expected) < 5e-3, "\(slot.name)")
    }
  }
}
