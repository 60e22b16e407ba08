import RecurrentEngine
import Testing

/// Tokens as the inputs of a network, whose rows of the kernel are looked up.
@Suite struct TokenInputTests {
  struct Reader: Sendable, CustomTestStringConvertible {
    let layers: [any Layer]
    var readout = Readout.everyStep
    var testDescription: String { layers.map(\.kind).joined(separator: ", ") }

    func network(isTokens: Bool) -> Network {
      Network(
        input: SequenceShape(steps: 6, features: 23, isTokens: isTokens), layers: layers + [Dense(units: 4)],
        readout: readout, loss: .softmaxCrossEntropy, outputs: 4)
    }
  }

  /// A panel that is begun, a half, full and more than are summed up at once; a linear layer that is folded into the next, and one that is not; two that look up nothing.
  static let readers = [
    Reader(layers: [LSTM(units: 20)]), Reader(layers: [GRU(units: 37)], readout: .mean),
    Reader(layers: [SimpleRNN(units: 16)], readout: .finalState), Reader(layers: [Dense(units: 40), LSTM(units: 53)]),
    Reader(layers: [LSTM(units: 200)], readout: .finalState),
    Reader(layers: [Dense(units: 9, activation: .relu), GRU(units: 5)]),
    Reader(layers: [Dense(units: 9), Dropout(rate: 0.5), GRU(units: 5)]), Reader(layers: []),
    Reader(layers: [Bidirectional(LSTM(units: 7))]),
    Reader(layers: [Bidirectional(GRU(units: 7))], readout: .lastOutput),
    Reader(layers: [Dropout(rate: 0.5), SimpleRNN(units: 6)]), Reader(layers: [LayerNorm(), LSTM(units: 6)]),
  ]

  private enum Rows: CaseIterable {
    case whole, ended, carried
  }

  @Test(arguments: readers, [1, 3]) func giveWhatZerosAndAOneGiveToTheBit(_ reader: Reader, _ threads: Int) {
    let (looked, spelled) = (reader.network(isTokens: true), reader.network(isTokens: false))
    for rows in Rows.allCases {
      let optimizer = Adam(learningRate: 0.01)
      var states = [looked, spelled].map { TrainingState(network: $0, seed: 1, optimizer: optimizer) }
      let workspaces = [looked, spelled].map { Workspace(network: $0, capacity: 70, threads: threads, seed: 5) }
      for update in 0..<3 {
        var batch = randomBatch(looked, count: 70, seed: UInt64(update))
        if rows == .ended { batch.end(after: (0..<70).map { $0 % 6 + 1 }, steps: looked.outputSteps) }
        batch.carriesState = rows == .carried
        let losses = [
          workspaces[0].trainStep(batch, state: &states[0], optimizer: optimizer),
          workspaces[1].trainStep(batch.spelledOut(for: spelled), state: &states[1], optimizer: optimizer),
        ]
        #expect(losses[0] == losses[1], "\(rows), update \(update)")
      }
      #expect(states[0].parameters == states[1].parameters, "\(rows)")
      let batch = randomBatch(looked, count: 37, seed: 9)
      let evaluations = [
        workspaces[0].evaluate(batch, parameters: states[0].parameters),
        workspaces[1].evaluate(batch.spelledOut(for: spelled), parameters: states[0].parameters),
      ]
      #expect(evaluations[0].losses == evaluations[1].losses, "\(rows)")
    }
  }

  @Test(arguments: readers) func takeNoMoreMemoryThanIsForeseen(_ reader: Reader) {
    let network = reader.network(isTokens: true)
    let workspace = Workspace(network: network, capacity: 70, threads: 2)
    #expect(Double(workspace.bytes) <= network.workspaceBytes(capacity: 70, threads: 2))
  }
}

extension Batch {
  /// Ends rows, behind whose ends there are no targets.
  fileprivate mutating func end(after lengths: [Int], steps: Int) {
    self.lengths = lengths
    guard steps > 1 else { return }
    for (row, length) in lengths.enumerated() {
      for step in length..<max(steps, length) { classes[row * steps + step] = -1 }
    }
  }

  /// The same rows with zeros and a one at the place of each token.
  func spelledOut(for network: Network) -> Batch {
    var batch = self
    batch.inputs = SequenceValues(values(features: network.input.features), input: network.input)
    return batch
  }
}
