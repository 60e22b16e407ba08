import SeededRandom

/// The order in which a training run draws its images: a small value that can be copied or rebuilt at any point.
///
/// A batch takes the next images of the current epoch. When fewer are left than it needs, it takes those, a new epoch begins, and the
/// batch is filled from that one. A batch that ends exactly at the end of an epoch does not begin the next; the next batch does.
package struct BatchOrder: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A new random order in each epoch, the first included.
    case shuffled
    /// The order of the set, over and over.
    case asFiled
  }

  package let count: Int
  package let kind: Kind
  package let seed: UInt64
  package let stream: Int
  package private(set) var epochsCompleted: Int
  /// How many images of the current epoch have been drawn.
  package private(set) var position: Int
  /// The current epoch's order, which follows from the rest; empty when images are drawn as filed.
  private var order: [Int]

  /// Makes the order of the images of one set.
  ///
  /// - Parameters:
  ///   - count: How many images there are, at least one.
  ///   - kind: Whether they are shuffled.
  ///   - seed: The notebook's seed.
  ///   - stream: Keeps the orders of different uses apart, from 0 to 4,095.
  ///   - epochsCompleted: Where to go on: in which epoch,
  ///   - position: and after how many of its images.
  package init(
    count: Int, kind: Kind, seed: UInt64, stream: Int = 0, epochsCompleted: Int = 0, position: Int = 0
  ) {
    precondition(count > 0, "batches are drawn from at least one image")
    precondition(0..<4096 ~= stream, "there are 4,096 streams")
    precondition(epochsCompleted >= 0 && 0...count ~= position, "a position lies within an epoch")
    self.count = count
    self.kind = kind
    self.seed = seed
    self.stream = stream
    self.epochsCompleted = epochsCompleted
    self.position = position
    order = []
    orderEpoch()
  }

  /// The indices of the next `batch` images.
  package mutating func next(_ batch: Int) -> [Int] {
    var indices = [Int](repeating: 0, count: batch)
    next(filling: &indices)
    return indices
  }

  /// Replaces the elements of `indices` by the indices of as many next images.
  package mutating func next(filling indices: inout [Int]) {
    var filled = 0
    while filled < indices.count {
      if position == count { beginEpoch() }
      let taken = min(indices.count - filled, count - position)
      for step in 0..<taken {
        indices[filled + step] = kind == .shuffled ? order[position + step] : position + step
      }
      filled += taken
      position += taken
    }
  }

  private mutating func beginEpoch() {
    epochsCompleted += 1
    position = 0
    orderEpoch()
  }

  private mutating func orderEpoch() {
    guard kind == .shuffled else { return }
    var random = RandomStream(seed: seed, purpose: .shuffling, index: stream << 20 | epochsCompleted & 0xFFFFF)
    order = random.permutation(count)
  }
}

extension BatchOrder: Hashable {
  package static func == (first: BatchOrder, second: BatchOrder) -> Bool {
    first.coordinates == second.coordinates && first.kind == second.kind && first.seed == second.seed
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(coordinates)
    hasher.combine(kind)
    hasher.combine(seed)
  }

  private var coordinates: [Int] { [count, stream, epochsCompleted, position] }
}
