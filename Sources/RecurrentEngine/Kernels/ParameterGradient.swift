/// The gradient of some parameters, summed up chain by chain when the rows of a chain have gone backwards.
///
/// A chain is 32 rows of the batch. Its sums stand in memory of their own until all chains are added to the flat array in ascending order, so
/// that any thread may sum up any chain, for some of the columns, and neither shows in a bit.
package struct ParameterGradient {
  /// Blocks of columns, which may be summed up apart.
  let blocks: Int
  /// The most blocks to be summed up together, so that what that takes stays in the second cache.
  let blocksAtOnce: Int
  /// The floats of the sums of a chain.
  let sumCount: Int
  /// The multiplications that a row of the batch takes for a block.
  let work: Int
  /// Writes the sums of a chain of rows for some blocks, where the states before the first step are other than zero or not.
  let sum: (_ blocks: Range<Int>, _ rows: Range<Int>, _ carriesState: Bool, _ sums: UnsafeMutablePointer<Float>) -> Void
  /// Adds the sums of a chain for some blocks to their places in the flat array, or writes them there if the chain is the first.
  let add:
    (_ blocks: Range<Int>, _ sums: UnsafePointer<Float>, _ flat: UnsafeMutablePointer<Float>, _ isFirst: Bool) -> Void
}

extension UnsafeMutablePointer<Float> {
  /// Adds the first of sixteen sums of a chain, or writes them if the chain is the first.
  @inline(__always)
  func takeSums(_ sums: UnsafePointer<Float>, count: Int, isFirst: Bool) {
    if isFirst {
      update(from: sums, count: count)
    } else if count == PanelMatrix.width {
      setLanes(0, lanes(0) + sums.lanes(0))
    } else {
      for lane in 0..<count { self[lane] += sums[lane] }
    }
  }
}
