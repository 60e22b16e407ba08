private import Datasets
import NotebookPlanning
import RecurrentEngine

/// Runs a network over the images of a data set, batch by batch.
struct Evaluator {
  let workspace: Workspace
  private let data: LoadedDataset
  private var batch: FilledBatch

  /// Enough rows for the products to be fast, whatever the training batch is.
  private static let usualCapacity = 128

  /// The rows that are worked on at once where training takes batches of `batch`.
  static func capacity(atLeast batch: Int = 1) -> Int { max(batch, usualCapacity) }

  init(network: Network, data: LoadedDataset, capacity: Int = 1, threads: Int) {
    let capacity = Self.capacity(atLeast: capacity)
    workspace = Workspace(network: network, capacity: capacity, threads: threads)
    self.data = data
    batch = FilledBatch(input: network.input)
  }

  /// Evaluates all images of a part, in order.
  mutating func evaluate(
    _ split: DatasetSplit, parameters: [Float], isCancelled: () -> Bool = { false }
  ) -> SplitEvaluation {
    evaluate(split, at: 0..<(data.images(split)?.count ?? 0), parameters: parameters, isCancelled: isCancelled)
  }

  /// Evaluates some images of a part, in the order given.
  mutating func evaluate(
    _ split: DatasetSplit, at indices: some RandomAccessCollection<Int>, parameters: [Float],
    isCancelled: () -> Bool = { false }
  ) -> SplitEvaluation {
    var whole = SplitEvaluation()
    guard let images = data.images(split) else { return whole }
    var rest = indices[...]
    while !rest.isEmpty, !isCancelled() {
      data.fill(&batch, with: images, at: rest.prefix(workspace.capacity))
      whole.append(workspace.evaluate(batch.batch, parameters: parameters))
      rest = rest.dropFirst(workspace.capacity)
    }
    return whole
  }
}

/// What a network made of some images, one entry an image.
struct SplitEvaluation {
  private(set) var losses: [Double] = []
  private(set) var predictions: [Int] = []
  private(set) var correct = 0

  init() {}

  init(_ evaluation: Evaluation) {
    losses = evaluation.losses
    predictions = evaluation.predictions
    correct = evaluation.correct
  }

  mutating func append(_ evaluation: Evaluation) {
    losses += evaluation.losses
    predictions += evaluation.predictions
    correct += evaluation.correct
  }

  var accuracy: Double { Double(correct) / Double(max(1, predictions.count)) }

  /// Added in the order of the images.
  var meanLoss: Double { losses.reduce(0, +) / Double(max(1, losses.count)) }
}
