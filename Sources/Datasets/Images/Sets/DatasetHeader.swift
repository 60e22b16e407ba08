/// What the headers of a data set's files say, without its contents.
package struct DatasetHeader: Sendable, Hashable {
  package let shape: ImageShape
  package let trainCount: Int
  package let testCount: Int

  package init(shape: ImageShape, trainCount: Int, testCount: Int) {
    self.shape = shape
    self.trainCount = trainCount
    self.testCount = testCount
  }
}
