import RankSupport
import Testing

@testable import RecurrentEngine

/// What every layer may do, shown by one that has neither a kernel nor parameters.
@Suite struct LayerWithoutKernelTests {
  /// Outputs are inputs times a factor of the row and the update, as a dropout's are; while evaluating they are the inputs.
  private final class Noise: Layer {
    let kind = "noise"

    func output(for input: SequenceShape) -> SequenceShape { input }
    func floats(for input: SequenceShape, rows: Int) -> Double {
      PanelMatrix.floats(steps: 2 * input.steps, columns: input.features, rows: rows)
    }
    func makePass(_ source: LayerSource) -> any LayerPass { NoisePass(source) }

    static func factor(seed: UInt64, update: Int, row: Int) -> Float {
      [0.5, 1, 2, 4][(Int(seed) + update + row) % 4]
    }
  }

  private struct Multiple: LaneFunction {
    let factor: Float

    func callAsFunction(_ x: Lanes) -> Lanes { x * factor }
  }

  private final class NoisePass: LayerPass {
    private let source: LayerSource
    let output: PanelMatrix
    let outputGradient: PanelMatrix

    init(_ source: LayerSource) {
      self.source = source
      output = source.arena.matrix(steps: source.steps, columns: source.shape.features, rows: source.rows)
      outputGradient = source.arena.matrix(steps: source.steps, columns: source.shape.features, rows: source.rows)
    }

    func forward(rows: Range<Int>, _ context: PassContext) {
      forEach(rows, context) { step, row, factor in
        output.step(step).setLanes(source.inputs.step(step), rows: row, Multiple(factor: factor))
      }
    }

    func backward(rows: Range<Int>, _ context: PassContext) {
      guard let inputGradient = source.inputGradient else { return }
      forEach(rows, context) { step, row, factor in
        inputGradient.step(step).setLanes(outputGradient.step(step), rows: row, Multiple(factor: factor))
      }
    }

    private func forEach(_ rows: Range<Int>, _ context: PassContext, _ body: (Int, Range<Int>, Float) -> Void) {
      for row in rows {
        let place = context.firstRow + row
        let factor =
          context.mode == .training ? Noise.factor(seed: context.seed, update: context.update, row: place) : 1
        for step in 0..<output.steps { body(step, row..<row + 1, factor) }
      }
    }
  }

  private static func network(_ layers: [any Layer]) -> Network {
    Network(
      input: SequenceShape(steps: 4, features: 3), layers: layers, readout: .finalState, loss: .softmaxCrossEntropy,
      outputs: 3)
  }

  private let bare = network([LSTM(units: 9), SimpleRNN(units: 7), Dense(units: 3)])
  private let noisy = network([Noise(), LSTM(units: 9), Noise(), SimpleRNN(units: 7), Dense(units: 3)])

  @Test func hasNoParametersAndANameOfItsOwn() {
    #expect(noisy.parameters.map(\.shape) == bare.parameters.map(\.shape))
    #expect(noisy.summary.map(\.name) == ["noise_1", "lstm_1", "noise_2", "simple_rnn_1", "dense_1"])
    #expect(noisy.summary.map(\.parameters) == [0, 468, 0, 119, 24])
  }

  @Test func knowsTheModeTheSeedTheUpdateAndTheRow() {
    let parameters = bare.initialParameters(seed: 1)
    let batch = randomBatch(bare, count: 40)
    let plain = Workspace(network: bare, capacity: 40, threads: 2)
    let workspace = Workspace(network: noisy, capacity: 40, threads: 2, seed: 1)
    let evaluation = workspace.evaluate(batch, parameters: parameters)
    #expect(evaluation.losses == plain.evaluate(batch, parameters: parameters).losses)
    let losses = (0..<5).map { workspace.gradient(batch, parameters: parameters, update: $0).loss }
    #expect(Set(losses).count == 4)
    #expect(losses[0] == losses[4])
    let other = Workspace(network: noisy, capacity: 40, threads: 1, seed: 3)
    #expect(other.gradient(batch, parameters: parameters, update: 2).loss == losses[0])

    let whole = workspace.gradient(batch, parameters: parameters, update: 1)
    let ranks = LocalRanks.run(2) { communicator in
      Workspace(network: noisy, capacity: 40, threads: 1, seed: 1, communicator: communicator)
        .gradient(batch, parameters: parameters, update: 1)
    }
    #expect(ranks.allSatisfy { $0 == whole })
  }

  @Test func passesItsGradientOn() {
    let parameters = noisy.initialParameters(seed: 1)
    let workspace = Workspace(network: noisy, capacity: 4, threads: 1)
    let batch = randomBatch(noisy, count: 4)
    let gradient = workspace.gradient(batch, parameters: parameters).gradient
    // Against central differences of the loss while training, in single precision.
    let slot = noisy.parameters[0].range
    let distance: Float = 0x1p-7
    let expected = slot.map { index in
      var moved = parameters
      moved[index] += distance
      let above = workspace.gradient(batch, parameters: moved).loss
      moved[index] = parameters[index] - distance
      return (above - workspace.gradient(batch, parameters: moved).loss) / Double(2 * distance)
    }
    #expect(relativeDistance(gradient[slot].map { Double($0) }, expected) < 3e-3)
  }
}
