/// The gradient of some rows of a batch, summed up in chains of 32 rows, to be gone on with by whoever has the next rows.
///
/// Shares of whole chains, taken one after the other in row order, end in the bits of the whole batch in one workspace.
package struct GradientSums: Sendable, Hashable {
  /// The sums, the workspace's to understand.
  package var values: [Float]
  /// The loss of each output so far, 0 where it has no target; together [B·S].
  package var losses: [Double]

  package init(values: [Float], losses: [Double]) {
    self.values = values
    self.losses = losses
  }
}
