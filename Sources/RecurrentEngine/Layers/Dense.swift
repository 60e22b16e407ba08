/// y = activation(x·kernel + bias), on a vector or on every step of a sequence alike.
package final class Dense: Layer {
  package let kind = "dense"

  package let units: Int
  package let activation: Activation
  package let initial: InitialValues

  package init(
    units: Int, activation: Activation = .none, initial: any Initializer = GlorotUniform(), bias: Double = 0
  ) {
    self.units = units
    self.activation = activation
    self.initial = InitialValues(kernel: initial, bias: bias)
  }
}

extension Dense {
  package var isLinear: Bool { activation == .none }
  package var looksUpTokens: Bool { true }

  package func output(for input: SequenceShape) -> SequenceShape {
    SequenceShape(steps: input.steps, features: units)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    [
      .kernel(inputs: input.features, columns: units, initial),
      .vector("bias", count: units, value: initial.bias),
    ]
  }

  package func kernels(for input: SequenceShape, offset: Int) -> [KernelShape] {
    [kernel(for: input, offset: offset)]
  }

  fileprivate func kernel(for input: SequenceShape, offset: Int) -> KernelShape {
    KernelShape(inputs: input.features, units: units, offset: offset)
  }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    var problems = LayerProblem.ofUnits(units) + LayerProblem.of(initial)
    if activation == .softmax && place.isInSequence {
      let message = "softmax belongs after the last recurrent layer, not inside a sequence"
      problems.append(LayerProblem("activation", message, remedy: "take another activation, such as `relu`"))
    }
    return problems
  }

  package func problemsAsLast(loss: Loss, outputs: Int) -> [LayerProblem] {
    var problems: [LayerProblem] = []
    if units != outputs {
      let message = "the last layer has as many units as there are \(loss.target.plural): \(outputs), not \(units)"
      problems.append(LayerProblem("units", message, remedy: "give it \(outputs) unit\(outputs == 1 ? "" : "s")"))
    }
    if loss.takesProbabilities && activation != .softmax {
      let message = "`\(loss.rawValue)` takes probabilities: the last layer's activation is `softmax`"
      let remedy = "give it `softmax`, or take the loss `\(Loss.softmaxCrossEntropy.rawValue)`"
      problems.append(LayerProblem("activation", message, remedy: remedy))
    }
    return problems
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    PanelMatrix.floats(steps: 2 * (input.steps + 2), columns: units, rows: rows)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    DensePass(self, source)
  }
}

/// A dense layer at work.
private final class DensePass: LayerPass {
  let output: PanelMatrix
  /// The gradient of `output`, turned in place into that of the pre-activations.
  let outputGradient: PanelMatrix
  private let activation: Activation
  private let input: InputKernel

  init(_ layer: Dense, _ source: LayerSource) {
    activation = layer.activation
    input = source.inputKernel(layer.kernel(for: source.shape, offset: source.offset))
    output = source.arena.matrix(steps: source.steps, columns: layer.units, rows: source.rows)
    outputGradient = source.arena.matrix(steps: source.steps, columns: layer.units, rows: source.rows)
  }

  var products: [KernelProduct] { [input.product(preactivationGradient: outputGradient)] }

  func forward(rows: Range<Int>, _ context: PassContext) {
    for step in 0..<output.steps {
      let target = output.step(step)
      context.watch.begin(.forward)
      input.multiply(step: step, states: nil, into: target, blocks: 0..<output.panels, rows: rows)
      context.watch.begin(.gates)
      activation.apply(to: target, rows: rows)
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    for step in 0..<output.steps {
      let gradient = outputGradient.step(step)
      context.watch.begin(.gates)
      activation.differentiate(gradient, outputs: output.step(step), rows: rows, into: gradient)
      context.watch.begin(.backward)
      input.propagate(gradient, step: step, rows: rows)
    }
  }
}
