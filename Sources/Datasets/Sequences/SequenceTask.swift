/// A generated task of numbers: sequences of them, and the numbers to be told.
package protocol SequenceTask: GeneratedTask {
  /// How the inputs and the targets are called.
  static var inputNames: [String] { get }
  static var targetNames: [String] { get }
  static var told: ExampleShape.Moment { get }

  /// An example of so many time steps, a pure function of the state of the stream.
  static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedSequence
}

extension SequenceTask {
  package static func shape(steps: Int, shortest: Int) -> ExampleShape {
    ExampleShape(
      steps: steps, input: .numbers(inputNames.count), target: .numbers(targetNames.count), told: told,
      hasOwnLengths: shortest < steps)
  }

  package static func bytes(of shape: ExampleShape) -> Int { SequenceExamples.bytes(of: shape) }

  package static func examples(
    count: Int, steps: Int, shortest: Int, seed: UInt64, isCancelled: () -> Bool
  ) -> (any GeneratedExamples)? {
    let shape = shape(steps: steps, shortest: shortest)
    return sequences(count, steps: steps, shortest: shortest, seed: seed, isCancelled: isCancelled) {
      example(steps: $0, from: &$1)
    }.map { SequenceExamples($0, shape: shape, inputNames: inputNames, numberNames: targetNames) }
  }
}

/// One generated example.
package struct GeneratedSequence: Sendable, Hashable {
  package let steps: Int
  /// [T, D] row-major.
  package let inputs: [Float]
  /// [K], or [T, K] row-major.
  package let targets: [Float]
}
