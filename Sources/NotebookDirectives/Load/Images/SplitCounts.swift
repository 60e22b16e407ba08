import Datasets

/// How many images each part takes.
struct SplitCounts: Sendable, Hashable {
  let train: Int
  /// The first images of the training file.
  let validation: Int
  let test: Int

  init(train: Int?, validation: Int, test: Int?, of header: DatasetHeader) {
    self.validation = validation
    self.train = train ?? header.trainCount - validation
    self.test = test ?? header.testCount
  }
}
