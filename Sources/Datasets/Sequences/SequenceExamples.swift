private import SeededRandom

/// Some consecutive examples of a generated task of numbers.
package struct SequenceExamples: NumberTargets, GeneratedExamples {
  package let shape: ExampleShape
  package let numberNames: [String]
  private let inputNames: [String]
  private let examples: ArraySlice<GeneratedSequence>

  init(_ examples: [GeneratedSequence], shape: ExampleShape, inputNames: [String], numberNames: [String]) {
    self.shape = shape
    self.inputNames = inputNames
    self.numberNames = numberNames
    self.examples = examples[...]
  }

  private init(_ whole: SequenceExamples, _ part: Range<Int>) {
    (shape, inputNames, numberNames) = (whole.shape, whole.inputNames, whole.numberNames)
    examples = whole.examples[part]
  }

  package subscript(part: Range<Int>) -> SequenceExamples { SequenceExamples(self, part) }

  package var count: Int { examples.count }

  package var bytes: Int { count * Self.bytes(of: shape) }

  /// The bytes that an example takes, a little more rather than less.
  package static func bytes(of shape: ExampleShape) -> Int {
    let numbers = shape.steps * shape.features + shape.targets(steps: shape.steps) * shape.outputs
    return numbers * MemoryLayout<Float>.stride + 128
  }

  package func steps(of index: Int) -> Int { example(index).steps }

  package func numbers(of index: Int, at step: Int) -> [Float] {
    Array(example(index).targets[step * shape.outputs..<(step + 1) * shape.outputs])
  }

  package func write(_ index: Int, draw: Int, into sink: inout some ExampleSink) {
    let (example, features) = (example(index), shape.features)
    example.inputs.withUnsafeBufferPointer { inputs in
      for step in 0..<example.steps {
        sink.set(
          step: step, to: UnsafeBufferPointer(rebasing: inputs[step * features..<(step + 1) * features]).span)
      }
    }
  }

  package func view(of index: Int) -> ExampleView {
    let (example, features) = (example(index), shape.features)
    return .curves(
      inputNames.enumerated().map { place, name in
        ExampleCurve(name: name, values: (0..<example.steps).map { example.inputs[$0 * features + place] })
      })
  }

  package var digest: String {
    let words = examples.flatMap { example in
      [UInt32(example.steps)] + (example.inputs + example.targets).map(\.canonicalBits)
    }
    return words.map(\.littleEndian).withUnsafeBytes { SHA256.hex(of: $0) }
  }

  private func example(_ index: Int) -> GeneratedSequence { examples[examples.startIndex + index] }
}
