import Foundation
package import NotebookPlanning
package import NotebookResults
import Synchronization

/// Threads that take one point after the other; what comes of a point depends on none of the others.
package final class PointTeam: PointCrew {
  private let points: [PlannedPoint]
  private let board: PointBoard
  private let start: () -> Void
  private var hasStarted = false

  /// - Parameters:
  ///   - points: What is to run, in this order.
  ///   - threads: How many threads all of them share.
  ///   - store: Where results are found and kept.
  ///   - shared: What some of the points have in common.
  init(_ points: [PlannedPoint], threads: Int, store: (any CellStore)?, shared: SharedCells) {
    self.points = points
    let schedule = PointSchedule(points, threads: threads, isKnown: shared.knows)
    let board = PointBoard(count: points.count)
    self.board = board
    start = {
      for _ in 0..<schedule.workers {
        let thread = Thread { Self.work(points, board, schedule, store: store, shared: shared) }
        thread.stackSize = 8 << 20
        thread.start()
      }
    }
  }

  /// A team for points of which nothing is known yet.
  package convenience init(_ points: [PlannedPoint], threads: Int, store: (any CellStore)?) {
    self.init(
      points, threads: threads, store: store, shared: SharedCells(of: points, knowing: [], [], in: Session()))
  }

  deinit { board.end() }

  package func outcome(of index: Int, within time: Duration) -> PointOutcome? {
    if !hasStarted {
      hasStarted = true
      start()
    }
    board.go()
    let end = ContinuousClock.now + time
    while true {
      if let outcome = board.outcome(of: index) { return outcome }
      guard ContinuousClock.now < end else { return nil }
      Thread.sleep(forTimeInterval: PointBoard.moment)
    }
  }

  package var underWay: [CellProgress.Part] {
    board.shares.map { CellProgress.Part(name: points[$0.point].name, share: $0.share) }
  }

  package func rest() { board.rest() }

  /// What each thread does.
  private static func work(
    _ points: [PlannedPoint], _ board: PointBoard, _ schedule: PointSchedule, store: (any CellStore)?,
    shared: SharedCells
  ) {
    while let index = board.next() {
      var run = PointRun(
        points[index], threads: schedule.threads(of: index), store: store, shared: shared,
        isHeldUp: { board.isHeldUp })
      var stage = run.goOn(isInCell: false) { board.note($0, of: index) }
      while true {
        switch stage {
        case .ended(let outcome):
          board.finish(index, outcome)
        case .heldUp, .waiting:
          if board.isHeldUp {
            guard board.standStill() else { return }
          } else {
            Thread.sleep(forTimeInterval: PointBoard.moment)
          }
          stage = run.goOn(isInCell: stage.isInCell) { board.note($0, of: index) }
          continue
        }
        break
      }
    }
  }
}
