/// c' = σ(f + forgetBias)·c + σ(i)·tanh(j), h' = σ(o)·tanh(c'), where i, j, f, o = [x, h]·kernel + bias, from c = h = 0.
package final class LSTM: Layer {
  package let kind = "lstm"
  /// i, j, f and o.
  private static let gates = 4

  package let units: Int
  /// A constant of the cell: neither stored in `bias` nor trained.
  package let forgetBias: Double
  package let initial: InitialValues

  package init(
    units: Int, forgetBias: Double = 1, initial: any Initializer = GlorotUniform(),
    recurrentInitial: (any Initializer)? = nil, bias: Double = 0
  ) {
    self.units = units
    self.forgetBias = forgetBias
    self.initial = InitialValues(kernel: initial, recurrent: recurrentInitial, bias: bias)
  }
}

extension LSTM {
  package var isRecurrent: Bool { true }
  package var looksUpTokens: Bool { true }
  package var gates: [Gate] {
    [Gate(.input), Gate(.candidate), Gate(.forget, constant: forgetBias), Gate(.output)]
  }
  /// h and c.
  package var stateColumns: Int { 2 * units }

  package func output(for input: SequenceShape) -> SequenceShape {
    SequenceShape(steps: input.steps, features: units)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    [
      .kernel(inputs: input.features, states: units, columns: Self.gates * units, initial),
      .vector("bias", count: Self.gates * units, value: initial.bias),
    ]
  }

  package func kernels(for input: SequenceShape, offset: Int) -> [KernelShape] {
    [kernel(for: input, offset: offset)]
  }

  func kernel(for input: SequenceShape, offset: Int) -> KernelShape {
    KernelShape(inputs: input.features, states: units, units: units, gates: Self.gates, offset: offset)
  }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    LayerProblem.ofUnits(units) + LayerProblem.of(initial) + LayerProblem.ofBias(forgetBias, "forget_bias")
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    // Gates, cells and their tanh.
    let matrices = RecurrentSequence.matrices + Self.gates + 2
    return PanelMatrix.floats(steps: matrices * (input.steps + 2), columns: units, rows: rows)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    LSTMPass(self, source)
  }
}
