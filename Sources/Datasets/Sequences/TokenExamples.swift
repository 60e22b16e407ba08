/// Some consecutive examples of a generated task of signs.
package struct TokenExamples: ClassTargets, GeneratedExamples {
  package let shape: ExampleShape
  private let signs: [Character]
  private let toldSigns: [Character]
  private let examples: ArraySlice<GeneratedTokens>

  init(_ examples: [GeneratedTokens], shape: ExampleShape, signs: [Character], toldSigns: [Character]) {
    self.shape = shape
    self.signs = signs
    self.toldSigns = toldSigns
    self.examples = examples[...]
  }

  private init(_ whole: TokenExamples, _ part: Range<Int>) {
    (shape, signs, toldSigns) = (whole.shape, whole.signs, whole.toldSigns)
    examples = whole.examples[part]
  }

  package subscript(part: Range<Int>) -> TokenExamples { TokenExamples(self, part) }

  package var count: Int { examples.count }

  package var bytes: Int { examples.reduce(0) { $0 + 2 * $1.inputs.count + 128 } }

  package var classNames: [String] { toldSigns.map { String($0) } }

  package func steps(of index: Int) -> Int { example(index).inputs.count }

  package func target(of index: Int, at step: Int) -> Int { Int(example(index).targets[step]) }

  package func write(_ index: Int, draw: Int, into sink: inout some ExampleSink) {
    for (step, token) in example(index).inputs.enumerated() { sink.set(step: step, toToken: Int(token)) }
  }

  package func view(of index: Int) -> ExampleView {
    .text(String(example(index).inputs.map { signs[Int($0)] }))
  }

  package var digest: String {
    let bytes = examples.flatMap { example in
      withUnsafeBytes(of: UInt32(example.inputs.count).littleEndian) { Array($0) } + example.inputs + example.targets
    }
    return SHA256.hex(of: bytes)
  }

  private func example(_ index: Int) -> GeneratedTokens { examples[examples.startIndex + index] }
}
