/// A generated task of signs: sequences of them, and one to be told at each time step.
package protocol TokenTask: GeneratedTask {
  /// The signs that are seen, by their tokens.
  static var signs: [Character] { get }
  /// The signs that are to be told, by their classes.
  static var toldSigns: [Character] { get }

  /// An example of so many time steps, a pure function of the state of the stream.
  static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedTokens
}

extension TokenTask {
  package static func shape(steps: Int, shortest: Int) -> ExampleShape {
    ExampleShape(
      steps: steps, input: .tokens(signs.count), target: .classes(toldSigns.count), told: .eachStep,
      hasOwnLengths: shortest < steps)
  }

  package static func bytes(of shape: ExampleShape) -> Int { 2 * shape.steps + 128 }

  package static func examples(
    count: Int, steps: Int, shortest: Int, seed: UInt64, isCancelled: () -> Bool
  ) -> (any GeneratedExamples)? {
    let shape = shape(steps: steps, shortest: shortest)
    return sequences(count, steps: steps, shortest: shortest, seed: seed, isCancelled: isCancelled) {
      example(steps: $0, from: &$1)
    }.map { TokenExamples($0, shape: shape, signs: signs, toldSigns: toldSigns) }
  }
}

/// One generated example: a token and a class at each of its time steps.
package struct GeneratedTokens: Sendable, Hashable {
  package let inputs: [UInt8]
  package let targets: [UInt8]

  init(inputs: [UInt8], targets: [UInt8]) {
    precondition(inputs.count == targets.count, "there is a class at each time step")
    self.inputs = inputs
    self.targets = targets
  }
}
