/// A way in which the examples of a training are other ones each time they are drawn.
package protocol ExampleVariation: Sendable, Hashable {
  /// The same examples, changed in every draw; nil when it is no way to change examples like these.
  ///
  /// - Parameters:
  ///   - examples: What is drawn from.
  ///   - seed: The notebook's seed.
  ///   - stream: Keeps trainings apart.
  /// - Returns: A set of as many examples.
  func varied(_ examples: any ExampleSet, seed: UInt64, stream: Int) -> (any ExampleSet)?
}
