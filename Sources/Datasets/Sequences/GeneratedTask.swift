/// A task whose examples are generated, as many as one likes.
package protocol GeneratedTask: Sendable {
  /// What `dataset` says to have it.
  static var name: String { get }
  /// Names what is generated: two generators of the same edition give the same examples.
  static var edition: String { get }
  /// The fewest time steps that an example can have.
  static var fewestSteps: Int { get }

  /// What examples of at most so many time steps look like.
  static func shape(steps: Int, shortest: Int) -> ExampleShape

  /// The bytes that an example takes, a little more rather than less.
  static func bytes(of shape: ExampleShape) -> Int

  /// Makes the first examples, each a pure function of the seed and its number.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - steps: The most time steps of an example.
  ///   - shortest: The fewest.
  ///   - seed: The notebook's seed.
  ///   - isCancelled: Whether to give up.
  /// - Returns: The examples; nil when given up.
  static func examples(
    count: Int, steps: Int, shortest: Int, seed: UInt64, isCancelled: () -> Bool
  ) -> (any GeneratedExamples)?
}

extension GeneratedTask {
  /// Makes examples one after the other, each from a stream of its own; nil when given up.
  static func sequences<Sequence>(
    _ count: Int, steps: Int, shortest: Int, seed: UInt64, isCancelled: () -> Bool,
    _ example: (_ steps: Int, inout SequenceStream) -> Sequence
  ) -> [Sequence]? {
    precondition(fewestSteps <= shortest && shortest <= steps, "an example can have its time steps")
    var examples: [Sequence] = []
    examples.reserveCapacity(count)
    for index in 0..<count {
      if index % 256 == 0, isCancelled() { return nil }
      var stream = SequenceStream(seed: seed, index: index)
      let length = shortest < steps ? stream.whole(in: shortest..<steps + 1) : steps
      examples.append(example(length, &stream))
    }
    return examples
  }
}

/// Some consecutive examples of a generated task.
package protocol GeneratedExamples: ExampleSet {
  /// Names the examples, in hexadecimal.
  var digest: String { get }

  /// Some of the examples.
  subscript(part: Range<Int>) -> Self { get }
}
