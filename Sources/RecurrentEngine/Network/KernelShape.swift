/// The kernel [D+S, G·H] and the bias [G·H] of one layer, row-major at `offset` of the flat array of parameters.
///
/// D inputs come first among the rows, then S states (none in a dense layer); the columns are G gates of H units.
struct KernelShape {
  let inputs: Int
  let states: Int
  let units: Int
  let gates: Int
  let offset: Int

  var rows: Int { inputs + states }
  var columns: Int { gates * units }
  var kernelRange: Range<Int> { offset..<offset + rows * columns }
  var biasRange: Range<Int> { kernelRange.upperBound..<kernelRange.upperBound + columns }
  var parameterCount: Int { (rows + 1) * columns }
}
