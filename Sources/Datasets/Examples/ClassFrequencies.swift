private import SeededRandom

/// Guessing by frequency alone: what any model has to be better than.
package struct ClassFrequencies: Sendable, Hashable {
  /// How often each class was seen.
  private let counts: [Int]

  package init(_ counts: [Int]) {
    self.counts = counts
  }

  /// The class that was seen most often, the first of equals.
  package var mostFrequent: Int { counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0 }

  /// How likely a class is held to be; every class counts as seen once more than it was.
  func share(of target: Int) -> Double { Double(counts[target] + 1) / Double(counts.reduce(0, +) + counts.count) }

  /// The mean cross-entropy of classes that occur so often, in nats; every class counts as seen once more than it was.
  package func crossEntropy(of other: [Int]) -> Double {
    let total = Double(counts.reduce(0, +) + counts.count)
    var sum = 0.0
    for (seen, count) in zip(counts, other) where count > 0 {
      sum -= Double(count) * PortableMath.log(Double(seen + 1) / total)
    }
    return sum / Double(max(1, other.reduce(0, +)))
  }

  /// The share of classes that occur so often that is told right by always saying the most frequent one.
  package func accuracy(of other: [Int]) -> Double {
    let right = other.indices.contains(mostFrequent) ? other[mostFrequent] : 0
    return Double(right) / Double(max(1, other.reduce(0, +)))
  }
}
