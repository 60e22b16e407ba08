private import SeededRandom

/// Guessing by the token of the same time step alone, as a bigram model of a text does.
///
/// How often a class was seen with a token counts together with one guess by frequency: p(k | t) = (n(t, k) + p(k)) / (n(t) + 1), so that
/// nothing is held to be impossible.
package struct TokenSuccession: Sendable {
  private let frequencies: ClassFrequencies
  private let tokens: Int
  /// n(t, k) at k·tokens + t.
  private let counts: [Int: Int]
  private let tokenCounts: [Int]
  /// The class that was seen most with each token, the first of equals; where none was, the most frequent of all.
  private let mostFrequent: [Int]

  /// Counts examples of tokens that have a class at each time step; nil where they are others.
  package init?(_ examples: any ClassTargets) {
    guard case .tokens(let tokens) = examples.shape.input, examples.shape.told == .eachStep else { return nil }
    self.tokens = tokens
    frequencies = ClassFrequencies(examples.targetCounts)
    var (counts, tokenCounts) = ([Int: Int](), [Int](repeating: 0, count: tokens))
    Self.forEachTarget(of: examples) { token, target in
      counts[target * tokens + token, default: 0] += 1
      tokenCounts[token] += 1
    }
    var most = [(count: Int, target: Int)](repeating: (0, frequencies.mostFrequent), count: tokens)
    for (pair, count) in counts {
      let (target, token) = pair.quotientAndRemainder(dividingBy: tokens)
      if (count, -target) > (most[token].count, -most[token].target) { most[token] = (count, target) }
    }
    (self.counts, self.tokenCounts, mostFrequent) = (counts, tokenCounts, most.map(\.target))
  }

  /// How well the classes of other examples are guessed: the mean cross-entropy in nats, and the share that is told right.
  package func guess(_ examples: any ClassTargets) -> (crossEntropy: Double, accuracy: Double) {
    var (sum, right, told) = (0.0, 0, 0)
    Self.forEachTarget(of: examples) { token, target in
      let seen = Double(counts[target * tokens + token] ?? 0) + frequencies.share(of: target)
      sum -= PortableMath.log(seen / Double(tokenCounts[token] + 1))
      if mostFrequent[token] == target { right += 1 }
      told += 1
    }
    return (sum / Double(max(1, told)), Double(right) / Double(max(1, told)))
  }

  private static func forEachTarget(of examples: any ClassTargets, _ body: (_ token: Int, _ target: Int) -> Void) {
    var sink = TokenSink(steps: examples.shape.steps)
    for index in 0..<examples.count {
      examples.write(index, draw: 0, into: &sink)
      for step in 0..<examples.steps(of: index) { body(sink.tokens[step], examples.target(of: index, at: step)) }
    }
  }
}

/// Takes down the tokens of an example.
private struct TokenSink: ExampleSink {
  var tokens: [Int]

  init(steps: Int) {
    tokens = [Int](repeating: 0, count: steps)
  }

  mutating func set(step: Int, to numbers: Span<Float>) {}

  mutating func set(step: Int, toToken token: Int) { tokens[step] = token }
}
