/// A task whose examples are generated: sequences of numbers and the numbers to be told from them, as many as one likes.
package protocol SequenceTask: Sendable {
  /// What `dataset` says to have it.
  static var name: String { get }
  /// Names what is generated: two generators of the same edition give the same numbers.
  static var edition: String { get }
  /// How the inputs and the targets are called.
  static var inputNames: [String] { get }
  static var targetNames: [String] { get }
  static var told: ExampleShape.Moment { get }
  /// The fewest time steps that an example can have.
  static var fewestSteps: Int { get }

  /// An example of so many time steps, a pure function of the state of the stream.
  static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedSequence
}

extension SequenceTask {
  /// What examples of at most so many time steps look like.
  package static func shape(steps: Int, shortest: Int) -> ExampleShape {
    ExampleShape(
      steps: steps, input: .numbers(inputNames.count), target: .numbers(targetNames.count), told: told,
      hasOwnLengths: shortest < steps)
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
