/// The parts of what stands in an order, such as a text: what is trained on, then what is looked at on the way, then the test.
package struct ConsecutiveParts: Sendable, Hashable {
  package let train: Range<Int>
  package let validation: Range<Int>
  package let test: Range<Int>

  /// Cuts so many characters or lines; nil when nothing is left to train on.
  package init?(count: Int, validation: Int, test: Int) {
    guard validation >= 0, test >= 0, validation <= count, test < count - validation else { return nil }
    train = 0..<count - validation - test
    self.validation = train.upperBound..<count - test
    self.test = count - test..<count
  }
}
