import NotebookPlanning

/// How many points of a sweep run beside one another, and how many threads each of them has.
///
/// They are taken in their own order: a training that goes on from a shorter one finds what that has left in the store.
struct PointSchedule: Sendable {
  /// How many points run beside one another.
  let workers: Int
  private let threads: Int
  /// For each point, how many have something to do down to it and itself among them.
  private let busyThrough: [Int]

  /// What points of a sweep may take in memory at once.
  private static let room = Double(NotebookLimits.memory)
  /// A training's memory by that of its weights: moments, gradients and their sums.
  private static let memoryOfWeights = 16.0

  /// - Parameters:
  ///   - points: What is to run.
  ///   - threads: How many threads all of them share.
  ///   - isKnown: Whether it is known already what a cell leaves behind.
  init(_ points: [PlannedPoint], threads: Int, isKnown: (CacheKey) -> Bool) {
    let largest = max(1, points.map { $0.plan.bytes * Self.memoryOfWeights }.max() ?? 1)
    self.init(
      busy: points.map { !$0.plan.keys.allSatisfy(isKnown) }, threads: threads, mostBeside: Int(Self.room / largest))
  }

  /// - Parameters:
  ///   - busy: Of each point whether it has anything to do.
  ///   - threads: How many threads all of them share.
  ///   - mostBeside: How many points have room beside one another.
  init(busy: [Bool], threads: Int, mostBeside: Int) {
    self.threads = threads
    workers = max(1, min(threads, busy.count, mostBeside))
    var count = 0
    busyThrough = busy.map { isBusy in
      count += isBusy ? 1 : 0
      return count
    }
  }

  /// How many threads a point has.
  ///
  /// As many points as there are workers share all threads; where fewer are left over at the end, these do. Which number it is moves no bit of a result.
  func threads(of point: Int) -> Int {
    let (place, all) = (max(busyThrough[point], 1) - 1, busyThrough.last ?? 0)
    let left = all % workers
    let beside = left > 0 && place >= all - left ? left : workers
    return threads / beside + (place % workers < threads % beside ? 1 : 0)
  }
}
