import Datasets

/// Keeps what an example writes.
struct RecordingSink: ExampleSink {
  private(set) var numbers: [[Float]]
  private(set) var tokens: [Int?]

  init(steps: Int) {
    numbers = Array(repeating: [], count: steps)
    tokens = Array(repeating: nil, count: steps)
  }

  mutating func set(step: Int, to numbers: Span<Float>) {
    precondition(self.numbers[step].isEmpty, "each step is written once")
    self.numbers[step] = numbers.indices.map { numbers[$0] }
  }

  mutating func set(step: Int, toToken token: Int) {
    precondition(tokens[step] == nil, "each step is written once")
    tokens[step] = token
  }
}

extension ExampleSet {
  /// The numbers of an example at each time step.
  func numbers(of index: Int, draw: Int = 0) -> [[Float]] {
    var sink = RecordingSink(steps: shape.steps)
    write(index, draw: draw, into: &sink)
    return sink.numbers
  }

  /// The tokens of an example.
  func tokens(of index: Int) -> [Int?] {
    var sink = RecordingSink(steps: shape.steps)
    write(index, draw: 0, into: &sink)
    return sink.tokens
  }
}
