/// What the headers of a data set's files say, without its contents.
package struct DatasetHeader: Sendable, Hashable, Codable {
  package let shape: ImageShape
  package let trainCount: Int
  package let testCount: Int

  package init(shape: ImageShape, trainCount: Int, testCount: Int) {
    self.shape = shape
    self.trainCount = trainCount
    self.testCount = testCount
  }

  /// The bytes that all images take in memory with their labels; the largest number there is when they are beyond all bounds.
  package func bytes(perPixel: Int) -> Int {
    let (each, isBeyond) = shape.pixels.multipliedReportingOverflow(by: perPixel)
    let (all, areBeyond) = (each &+ 1).multipliedReportingOverflow(by: trainCount + testCount)
    return isBeyond || areBeyond ? .max : all
  }
}
