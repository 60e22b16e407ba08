/// Windows of a text as examples: T characters, and at each of them the character that follows as what is to be told.
///
/// Window i begins at character i·T. The characters after the last whole window and its successor are left out.
package struct TextExamples: ClassTargets {
  package let text: PlainText
  /// Which of the text's characters are taken.
  package let part: Range<Int>
  package let shape: ExampleShape

  package init(_ text: PlainText, part: Range<Int>, steps: Int) {
    precondition(part.lowerBound >= 0 && part.upperBound <= text.count, "a part lies within its text")
    precondition(steps > 0, "a window has at least one character")
    self.text = text
    self.part = part
    shape = Self.shape(vocabulary: text.vocabulary, steps: steps)
  }

  /// What windows of so many characters look like.
  package static func shape(vocabulary: Vocabulary, steps: Int) -> ExampleShape {
    let size = vocabulary.count
    return ExampleShape(steps: steps, input: .tokens(size), target: .classes(size), told: .eachStep, isRunning: true)
  }

  package var count: Int { Self.count(characters: part.count, steps: shape.steps) }

  /// The windows of a part of so many characters.
  package static func count(characters: Int, steps: Int) -> Int { max(0, characters - 1) / steps }

  package var classNames: [String] { text.vocabulary.names }

  package var bytes: Int { part.count * MemoryLayout<Int32>.stride }

  package func target(of index: Int, at step: Int) -> Int { Int(text.tokens[place(of: index) + step + 1]) }

  package func write(_ index: Int, draw: Int, into sink: inout some ExampleSink) {
    let first = place(of: index)
    for step in 0..<shape.steps { sink.set(step: step, toToken: Int(text.tokens[first + step])) }
  }

  package func view(of index: Int) -> ExampleView {
    let first = place(of: index)
    return .text(text.vocabulary.text(of: text.tokens[first..<first + shape.steps].lazy.map { Int($0) }))
  }

  private func place(of index: Int) -> Int {
    precondition(0..<count ~= index, "a window is named by its place in the part")
    return part.lowerBound + index * shape.steps
  }
}
