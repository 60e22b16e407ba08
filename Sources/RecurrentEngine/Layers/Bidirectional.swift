/// A recurrent layer from the first step to the last beside another like it from the last to the first; their outputs stand side by side.
///
/// The second reads each row from its own end, and its output at a step is what it knows when it has read back to there. Its parameters
/// follow those of the first. The final state is that of both after all they have read, the last output that at the last step, of which the
/// second direction reads no other.
package final class Bidirectional: Layer {
  package let kind = "bidirectional"

  /// What both directions are like.
  package let layer: any Layer

  package init(_ layer: any Layer) {
    self.layer = layer
  }
}

extension Bidirectional {
  package var isRecurrent: Bool { true }
  package var readsAhead: Bool { true }
  package var looksUpTokens: Bool { layer.looksUpTokens }
  package var branches: [any Layer] { [layer, layer] }

  package func output(for input: SequenceShape) -> SequenceShape {
    let one = layer.output(for: input)
    return SequenceShape(steps: one.steps, features: 2 * one.features)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    let each = layer.parameters(for: input)
    return each.map { $0.of("forward", 0) } + each.map { $0.of("backward", 1) }
  }

  package func kernels(for input: SequenceShape, offset: Int) -> [KernelShape] {
    layer.kernels(for: input, offset: offset)
      + layer.kernels(for: input, offset: offset + parameterCount(for: input))
  }

  /// The parameters of one direction.
  fileprivate func parameterCount(for input: SequenceShape) -> Int {
    layer.parameters(for: input).reduce(0) { $0 + $1.count }
  }

  package func steps(ofKernel number: Int, for input: SequenceShape, readout: Readout) -> Int {
    let isOfSecond = number >= layer.kernels(for: input, offset: 0).count
    return isOfSecond ? Self.stepsBack(of: input.steps, readout: readout) : input.steps
  }

  /// The steps that the second direction reads.
  fileprivate static func stepsBack(of steps: Int, readout: Readout) -> Int { readout == .lastOutput ? 1 : steps }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    let hasOneDirection = layer.isRecurrent && !layer.readsAhead
    return layer.problems(at: place)
      + (hasOneDirection ? [] : [LayerProblem("layer", "a bidirectional layer has a recurrent one in it")])
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    2 * layer.floats(for: input, rows: rows)
      + PanelMatrix.floats(steps: 2 * (input.steps + 2), columns: input.features, rows: rows)
      + PanelMatrix.floats(steps: 2 * (input.steps + 2), columns: output(for: input).features, rows: rows)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    BidirectionalPass(self, source)
  }
}

/// Both directions at work.
private final class BidirectionalPass: LayerPass {
  let output: PanelMatrix
  let outputGradient: PanelMatrix
  private let source: LayerSource
  private let onward: any LayerPass
  private let back: any LayerPass
  /// The inputs as the second direction reads them, [T, B, D], or of each row the last alone, and their gradient.
  private let reversedInputs: PanelMatrix
  private let reversedInputGradient: PanelMatrix?

  init(_ bidirectional: Bidirectional, _ source: LayerSource) {
    let (arena, rows, layer) = (source.arena, source.rows, bidirectional.layer)
    let steps = Bidirectional.stepsBack(of: source.steps, readout: source.readout)
    self.source = source
    reversedInputs = arena.matrix(steps: steps, columns: source.inputs.columns, rows: rows)
    reversedInputGradient = source.inputGradient.map { arena.matrix(steps: steps, columns: $0.columns, rows: rows) }
    onward = layer.makePass(source)
    back = layer.makePass(
      LayerSource(
        shape: source.shape, inputs: reversedInputs, looksUpTokens: source.looksUpTokens,
        inputGradient: reversedInputGradient, index: source.index,
        offset: source.offset + bidirectional.parameterCount(for: source.shape),
        readout: source.readout, arena: arena, shared: source.shared, fold: nil))
    let columns = bidirectional.output(for: source.shape).features
    output = arena.matrix(steps: source.outputSteps, columns: columns, rows: rows)
    outputGradient = arena.matrix(steps: source.outputSteps, columns: columns, rows: rows)
  }

  var products: [KernelProduct] { onward.products + back.products }
  var gradients: [ParameterGradient] { onward.gradients + back.gradients }

  func take(_ parameters: UnsafePointer<Float>) {
    onward.take(parameters)
    back.take(parameters)
  }

  func forward(rows: Range<Int>, _ context: PassContext) {
    let context = context.withoutCarriedState
    context.watch.begin(.inputs)
    reverseInputs(rows: rows, context)
    onward.forward(rows: rows, context)
    back.forward(rows: rows, context)
    context.watch.begin(.inputs)
    let units = onward.output.columns
    for step in 0..<output.steps {
      onward.output.step(step).putColumns(from: 0, into: output.step(step), rows: rows)
      for row in rows {
        let place = placeBack(of: step, row: row, context)
        back.output.step(place).putColumns(from: units, into: output.step(step), rows: row..<row + 1)
      }
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    let context = context.withoutCarriedState
    let units = onward.output.columns
    context.watch.begin(.inputs)
    for step in 0..<output.steps {
      onward.outputGradient.step(step).takeColumns(from: 0, of: outputGradient.step(step), rows: rows)
      for row in rows {
        let place = placeBack(of: step, row: row, context)
        back.outputGradient.step(place).takeColumns(from: units, of: outputGradient.step(step), rows: row..<row + 1)
      }
    }
    onward.backward(rows: rows, context)
    back.backward(rows: rows, context)
    guard let inputGradient = source.inputGradient, let reversedInputGradient else { return }
    context.watch.begin(.inputs)
    for row in rows {
      for place in 0..<reversedInputGradient.steps {
        let step = reversed(place, row: row, context)
        inputGradient.step(step).add(reversedInputGradient.step(place), rows: row..<row + 1)
      }
    }
  }

  /// Where among the steps of the second direction's outputs that of a step is.
  private func placeBack(of step: Int, row: Int, _ context: PassContext) -> Int {
    source.readout == .everyStep ? reversed(step, row: row, context) : 0
  }

  /// The step of a row as far from its end as another from its beginning; steps behind the end stay where they are.
  private func reversed(_ step: Int, row: Int, _ context: PassContext) -> Int {
    let length = context.length(of: row) ?? source.steps
    return step < length ? length - 1 - step : step
  }

  private func reverseInputs(rows: Range<Int>, _ context: PassContext) {
    for row in rows {
      for place in 0..<reversedInputs.steps {
        let step = reversed(place, row: row, context)
        reversedInputs.step(place).copy(source.inputs.step(step), rows: row..<row + 1)
      }
    }
  }
}
