/// A kernel [D+S, G·H] and its bias [G·H], row-major in the flat array of parameters.
///
/// D inputs come first among the rows, then S states (none in a dense layer); the columns are G gates of H units.
package struct KernelShape: Sendable, Hashable {
  let inputs: Int
  let states: Int
  let units: Int
  let gates: Int
  /// Where the kernel begins in the flat array.
  let offset: Int
  /// Where the bias begins.
  let biasOffset: Int
  /// The inputs that the flat array has rows for, where a linear layer in front was multiplied in and the kernel has other inputs.
  let unfoldedInputs: Int?

  /// A kernel at `offset`, with its bias behind it or elsewhere.
  init(inputs: Int, states: Int = 0, units: Int, gates: Int = 1, offset: Int, biasOffset: Int? = nil) {
    self.inputs = inputs
    self.states = states
    self.units = units
    self.gates = gates
    self.offset = offset
    self.biasOffset = biasOffset ?? offset + (inputs + states) * gates * units
    unfoldedInputs = nil
  }

  /// The shape of a kernel with a linear layer in front multiplied in.
  init(_ shape: KernelShape, foldedBehind front: KernelShape) {
    inputs = front.inputs
    states = shape.states
    units = shape.units
    gates = shape.gates
    offset = shape.offset
    biasOffset = shape.biasOffset
    unfoldedInputs = shape.inputs
  }

  var isFolded: Bool { unfoldedInputs != nil }
  var rows: Int { inputs + states }
  var columns: Int { gates * units }

  /// Where a row of the kernel, or after the last that of the bias, begins in the flat array; the inputs of a folded kernel have none.
  func place(row: Int) -> Int {
    if row == rows { return biasOffset }
    return offset + (row < inputs ? row : row - inputs + (unfoldedInputs ?? inputs)) * columns
  }
}
