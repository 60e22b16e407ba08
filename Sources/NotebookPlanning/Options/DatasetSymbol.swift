package import Datasets
package import RecurrentEngine

/// A data set as it will be loaded.
package struct DatasetSymbol: Sendable, Hashable {
  /// What every example looks like.
  package let shape: ExampleShape
  /// The examples of each part.
  package let counts: [DatasetSplit: Int]
  /// What examples are called, such as `images`.
  package let noun: String
  /// The names of the metrics that make sense on it.
  package let metrics: [String]
  /// Whether its examples can be changed at random, as pictures can.
  package let canBeAugmented: Bool
  /// The most bytes that it takes in memory.
  package let bytes: Int
  /// The characters that it is made of, where it is a text that is known already.
  package let vocabulary: Vocabulary?
  /// What it follows from: data sets of equal dependencies are equal, and share their memory.
  package let dependencies: CellDependencies

  package init(
    shape: ExampleShape, counts: [DatasetSplit: Int], noun: String, metrics: [String], canBeAugmented: Bool = false,
    vocabulary: Vocabulary? = nil, bytes: Int, dependencies: CellDependencies
  ) {
    self.shape = shape
    self.counts = counts
    self.noun = noun
    self.metrics = metrics
    self.canBeAugmented = canBeAugmented
    self.vocabulary = vocabulary
    self.bytes = bytes
    self.dependencies = dependencies
  }

  /// The sequence that a network reads.
  package var input: SequenceShape {
    let isTokens = if case .tokens = shape.input { true } else { false }
    return SequenceShape(steps: shape.steps, features: shape.features, isTokens: isTokens)
  }
}
