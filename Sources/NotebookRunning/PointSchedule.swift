import NotebookPlanning

/// In which order a team takes its points, and how many threads each of them has.
struct PointSchedule: Sendable {
  /// Those that take longest first, so that none of them is left when all others have ended.
  let order: [Int]
  /// How many points run beside one another.
  let workers: Int
  private let threads: Int

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
    let work = points.map { point in
      point.plan.keys.reduce(0) { isKnown($1) ? $0 : $0 + (1 + Double($1.steps ?? 0)) * (1 + point.plan.bytes) }
    }
    self.init(work: work, threads: threads, mostBeside: Int(Self.room / largest))
  }

  /// - Parameters:
  ///   - work: How much each point has to do, in any unit; nothing where all of it is known.
  ///   - threads: How many threads all of them share.
  ///   - mostBeside: How many points have room beside one another.
  init(work: [Double], threads: Int, mostBeside: Int) {
    self.threads = threads
    workers = max(1, min(threads, work.count, mostBeside))
    order = work.indices.sorted { (-work[$0], $0) < (-work[$1], $1) }
    atWork = work.count { $0 > 0 }
  }

  /// How many points have anything to do.
  private let atWork: Int

  /// How many threads the point has that is taken at a place of the order.
  ///
  /// As many points as there are workers share all threads; where fewer are left over at the end, these do. Which number it is moves no bit of a result.
  func threads(at place: Int) -> Int {
    let left = atWork % workers
    let beside = (atWork - left..<atWork).contains(place) ? left : workers
    return threads / beside + (place % workers < threads % beside ? 1 : 0)
  }
}
