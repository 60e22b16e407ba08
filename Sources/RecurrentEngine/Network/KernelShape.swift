/// The kernel [D+S, G·H] and the bias [G·H] of one layer, row-major at `offset` of the flat array of parameters.
///
/// D inputs come first among the rows, then S states (none in a dense layer); the columns are G gates of H units.
struct KernelShape {
  let inputs: Int
  let states: Int
  let units: Int
  let gates: Int
  let offset: Int
  /// The inputs that the flat array has rows for, where a linear layer in front was multiplied in and the kernel has other inputs.
  var unfoldedInputs: Int?

  var isFolded: Bool { unfoldedInputs != nil }
  var rows: Int { inputs + states }
  var columns: Int { gates * units }
  var kernelRange: Range<Int> { offset..<place(row: rows) }
  var biasRange: Range<Int> { kernelRange.upperBound..<kernelRange.upperBound + columns }
  var parameterCount: Int { biasRange.upperBound - offset }

  /// Where a row of the kernel, or after the last that of the bias, begins in the flat array; the inputs of a folded kernel have none.
  func place(row: Int) -> Int {
    offset + (row < inputs ? row : row - inputs + (unfoldedInputs ?? inputs)) * columns
  }
}
