/// One layer of a network: its options, which never change, and in one place all that they make of it.
///
/// A layer hands on as many steps as it is given; where a sequence becomes a vector is the network's to say.
package protocol Layer: AnyObject, Sendable {
  /// The name that numbers the layer in summaries: `lstm` becomes `lstm_1`.
  var kind: String { get }
  /// Whether the layer carries a state from one step to the next.
  var isRecurrent: Bool { get }
  /// Whether the layer is its one product x·kernel + bias and nothing else, so that it may be multiplied into the next.
  var isLinear: Bool { get }
  /// Whether the layer, where it is the network's first and reads tokens, takes their numbers, in the one column that its inputs then have.
  var looksUpTokens: Bool { get }
  /// Whether what the layer says of a step depends on later ones.
  var readsAhead: Bool { get }
  /// The blocks of columns of its kernels in their order; none where it carries no state.
  var gates: [Gate] { get }
  /// The layers that it is made of side by side, whose parameters it has one after the other; none where it is one itself.
  var branches: [any Layer] { get }
  /// The numbers of a row that a later batch needs to go on from the end of an earlier one.
  var stateColumns: Int { get }

  /// What the layer hands on.
  func output(for input: SequenceShape) -> SequenceShape
  /// The parameters in flat order.
  func parameters(for input: SequenceShape) -> [LayerParameter]
  /// The kernels that rows are multiplied by, if the layer's parameters begin at `offset`; a layer may have none.
  func kernels(for input: SequenceShape, offset: Int) -> [KernelShape]
  /// The steps at which rows meet one of the kernels, where the next layer sees so much of this one.
  func steps(ofKernel number: Int, for input: SequenceShape, readout: Readout) -> Int
  /// What is wrong with the layer wherever it stands, or where it does.
  func problems(at place: LayerPlace) -> [LayerProblem]
  /// What keeps the layer from being a network's last.
  func problemsAsLast(loss: Loss, outputs: Int) -> [LayerProblem]
  /// The floats of the matrices that the layer works in with room for so many rows; a little more rather than less.
  func floats(for input: SequenceShape, rows: Int) -> Double
  /// The floats of the parameters that are read besides kernels.
  func tableFloats(for input: SequenceShape) -> Double
  /// Makes room to work.
  func makePass(_ source: LayerSource) -> any LayerPass
}

extension Layer {
  package var isRecurrent: Bool { false }
  package var isLinear: Bool { false }
  package var looksUpTokens: Bool { false }
  package var readsAhead: Bool { false }
  package var gates: [Gate] { [] }
  package var branches: [any Layer] { [] }
  package var stateColumns: Int { 0 }
  package func parameters(for input: SequenceShape) -> [LayerParameter] { [] }
  package func kernels(for input: SequenceShape, offset: Int) -> [KernelShape] { [] }
  package func steps(ofKernel number: Int, for input: SequenceShape, readout: Readout) -> Int { input.steps }
  package func problems(at place: LayerPlace) -> [LayerProblem] { [] }
  package func tableFloats(for input: SequenceShape) -> Double { 0 }

  package func problemsAsLast(loss: Loss, outputs: Int) -> [LayerProblem] {
    [
      LayerProblem(
        nil, "the last layer is a dense one, with a unit for each \(loss.target.rawValue)",
        remedy: "add a `dense` layer of \(outputs) unit\(outputs == 1 ? "" : "s") after it")
    ]
  }

  /// The kernel that the layer's inputs meet, if it is the only one: a linear layer in front may be multiplied into it.
  func inputKernel(for input: SequenceShape, offset: Int) -> KernelShape? {
    let kernels = kernels(for: input, offset: offset).filter { $0.inputs > 0 }
    return kernels.count == 1 ? kernels.first : nil
  }
}
