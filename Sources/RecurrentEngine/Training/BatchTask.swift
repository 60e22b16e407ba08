/// A batch that a workspace works on, after it was looked over.
struct BatchTask {
  let batch: Batch
  let context: PassContext
  /// How many outputs have a target.
  let targetCount: Int
  /// One divided by the number of targets in the whole batch.
  let scale: Float
  private let classes: [Int32]
  private let outputSteps: Int
  private let stepsRead: Int
  private let inputSteps: Int

  init(_ batch: Batch, in workspace: Workspace, mode: PassContext.Mode, update: Int) {
    let network = workspace.network
    precondition((1...workspace.capacity).contains(batch.count), "the batch has rows, no more than there is room for")
    precondition(
      batch.lengths?.count ?? batch.count == batch.count
        && batch.lengths?.allSatisfy { (1...network.input.steps).contains($0) } ?? true,
      "every row has at least one step and no more than the network reads")
    let firstRow = batch.share?.firstRow ?? 0
    precondition(
      firstRow >= 0 && firstRow % WeightGradient.chainRows == 0, "a share begins with a chain of rows")
    let classes =
      switch batch.targets {
      case .classes(let classes): classes
      }
    precondition(classes.count == batch.count * network.outputSteps, "every output has a class or says it has none")
    precondition(
      classes.allSatisfy { $0 >= -1 && $0 < network.classes }, "every class is one of the network's, or -1")
    if let lengths = batch.lengths, network.outputSteps > 1 {
      let steps = network.outputSteps
      precondition(
        lengths.indices.allSatisfy { row in
          classes[row * steps + lengths[row]..<(row + 1) * steps].allSatisfy { $0 == -1 }
        }, "there is no target behind the end of a row")
    }
    self.batch = batch
    self.classes = classes
    outputSteps = network.outputSteps
    stepsRead = network.stepsRead
    inputSteps = network.input.steps
    context = PassContext(
      mode: mode, seed: workspace.seed, update: update, firstRow: firstRow, lengths: batch.lengths,
      carriesState: batch.carriesState)
    targetCount = classes.count { $0 >= 0 }
    scale = 1 / Float(batch.share?.targetCount ?? targetCount)
  }

  /// The class of an output, if it has one.
  func target(row: Int, step: Int) -> Int? {
    let target = classes[row * outputSteps + step]
    return target < 0 ? nil : Int(target)
  }

  /// The steps of a row that the network reads.
  func steps(of row: Int) -> Range<Int> {
    let length = batch.lengths?[row] ?? inputSteps
    return (stepsRead == inputSteps ? 0 : length - stepsRead)..<length
  }
}
