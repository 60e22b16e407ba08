/// The gradient of some parameters, to be computed when all rows have gone backwards, in parts that any thread may do.
package struct ParameterGradient {
  /// The floats of working memory that a part needs.
  let scratchCount: Int
  /// The parts for so many threads, the large ones first.
  ///
  /// A part cuts the batch into chains of 32 rows, and adds the chains in ascending order.
  let parts: (_ threads: Int) -> [GradientPart]
}

/// Writes a part of a gradient over some rows to its place in the flat array.
package typealias GradientPart = (
  _ rows: GradientRows, _ flat: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>
) -> Void

/// The rows of the batch that a gradient is summed over.
package struct GradientRows {
  /// The rows, from the first.
  let count: Int
  /// Whether the sums go on from those that stand there, of rows that come before; otherwise they replace what stands there.
  var continuesSums = false
  /// Whether the states before the first step are other than zero.
  var carriesState = false
}
