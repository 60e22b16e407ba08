/// A batch that a workspace works on, after it was looked over.
struct BatchTask {
  let batch: Batch
  private let context: PassContext
  let targets: TargetTable
  /// One divided by the number of targets in the batch.
  let scale: Float
  private let stepsRead: Int
  private let inputSteps: Int

  init(_ batch: Batch, in workspace: Workspace, mode: PassContext.Mode, update: Int) {
    let network = workspace.network
    precondition((1...workspace.capacity).contains(batch.count), "the batch has rows, no more than there is room for")
    precondition(
      batch.lengths?.count ?? batch.count == batch.count
        && batch.lengths?.allSatisfy { (1...network.input.steps).contains($0) } ?? true,
      "every row has at least one step and no more than the network reads")
    self.batch = batch
    targets = TargetTable(
      batch.targets, rows: batch.count, lengths: batch.lengths, steps: network.outputSteps, outputs: network.outputs,
      loss: network.loss, smoothing: batch.labelSmoothing)
    stepsRead = network.stepsRead
    inputSteps = network.input.steps
    context = PassContext(
      mode: mode, seed: workspace.seed, update: update, firstRow: 0, lengths: batch.lengths,
      carriesState: batch.carriesState)
    scale = 1 / Float(targets.count)
  }

  /// The targets of the rows from one of them.
  func targets(from row: Int) -> TargetTable { targets.rows(from: row) }

  /// What a pass is told whose first row is some row of the batch, on some thread.
  func context(from row: Int, _ thread: ThreadWatch) -> PassContext {
    var context = context
    context.firstRow = row
    context.watch = thread
    return context
  }

  /// The steps of a row that the network reads.
  func steps(of row: Int) -> Range<Int> {
    let length = batch.lengths?[row] ?? inputSteps
    return (stepsRead == inputSteps ? 0 : length - stepsRead)..<length
  }
}
