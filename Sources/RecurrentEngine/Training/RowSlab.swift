/// The memory for some rows of a batch: their inputs, the layers at work on them, and the loss.
///
/// Rows that stay in the caches are worked on in the same memory one after the other.
struct RowSlab {
  /// The steps that the network reads, [T, R, D].
  let inputs: PanelMatrix
  private let lookedUpTokens: Int?
  let layers: NetworkPasses
  let loss: any LossPass

  init(_ network: Network, rows: Int, sums: UnsafeMutablePointer<Float>, shared: SharedMemory, arena: Arena) {
    inputs = arena.matrix(
      steps: network.stepsRead, columns: network.inputColumns, rows: PanelMatrix.room(rows: rows))
    lookedUpTokens = network.lookedUpTokens
    layers = NetworkPasses(network, inputs: inputs, sums: sums, shared: shared, arena: arena)
    let last = layers.passes[layers.passes.count - 1]
    loss = network.loss.makePass(last.output, gradient: last.outputGradient, arena: arena)
  }

  /// Has a batch write one of its rows, of which it takes some steps, and zeros behind them.
  func fill(row: Int, from batch: Batch, batchRow: Int, steps: Range<Int>) {
    batch.inputs.write(row: batchRow, into: InputRow(inputs, row: row, steps: steps, lookedUpTokens: lookedUpTokens))
    for step in min(steps.count, inputs.steps)..<inputs.steps { inputs.step(step).clear(rows: row..<row + 1) }
  }
}
