/// The order of a sum, read from what comes out of it (FPRev; Xie et al., USENIX ATC 2025).
///
/// One of n summands is huge, another its negative, the others are one. A one that is added to a huge number is lost, so what comes out is
/// the number of ones that are added to neither before the two meet, and n less that number is how many summands lie below the node of the
/// tree where they meet. From these numbers for all neighbours in the order that is expected follows the tree.
package struct SummationOrder: Sendable, Hashable {
  /// For each summand but the last, how many lie below the node where it meets the next; -1 where that is no number of summands.
  package let sizes: [Int]

  /// One chain of so many summands, from its place in a longer one.
  package static func chain(_ count: Int, from start: Int = 0) -> SummationOrder {
    SummationOrder(sizes: (start..<max(start, count - 1)).map { $0 + 2 })
  }

  /// Chains that are added in ascending order.
  package static func chains(_ counts: [Int]) -> SummationOrder {
    var sizes: [Int] = []
    var before = 0
    for count in counts {
      if before > 0 { sizes.append(before + count) }
      sizes += chain(count).sizes
      before += count
    }
    return SummationOrder(sizes: sizes)
  }

  /// So large that the ones are lost beside it, and so small that what is tiny stays that when it is multiplied by it twice.
  private static let huge: Float = 0x1p40

  /// A summand where the one at `pair` and the next are huge.
  static func summand(_ place: Int, pair: Int) -> Float {
    switch place {
    case pair: huge
    case pair + 1: -huge
    default: 1
    }
  }

  /// How many of `count` summands are lost in a sum.
  static func size(_ sum: Float, of count: Int) -> Int {
    Int(exactly: sum.rounded()).flatMap { (0...count).contains($0) ? count - $0 : nil } ?? -1
  }
}
