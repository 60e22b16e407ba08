import Foundation
import NotebookPlanning
import NotebookResults

/// One point on its way: its cells one after the other, those that others have in common with it as they left them.
struct PointRun {
  private let point: PlannedPoint
  private let shared: SharedCells
  private var runner: Runner

  init(
    _ point: PlannedPoint, threads: Int, store: (any CellStore)?, shared: SharedCells, isHeldUp: @escaping () -> Bool
  ) {
    self.point = point
    self.shared = shared
    runner = Runner(
      plan: point.plan.plan,
      options: Runner.Options(
        threads: threads, isCancelled: isHeldUp,
        cache: store.map { CellCache($0, keys: point.plan.keys, isOfPoint: true) }))
  }

  /// How far it came.
  enum Stage {
    case ended(PointOutcome)
    /// It is held up, and can go on.
    case heldUp
    /// The cell that comes next has not begun, because somebody else runs it or all stand still.
    case waiting

    /// Whether it goes on in the middle of a cell.
    var isInCell: Bool { if case .heldUp = self { true } else { false } }
  }

  /// Goes on until it has ended, is held up or has to wait.
  ///
  /// - Parameters:
  ///   - isInCell: Whether it was held up in the middle of a cell.
  ///   - tell: Takes how much of it is done, from 0 to 1.
  /// - Returns: How far it came.
  mutating func goOn(isInCell: Bool, _ tell: (Double) -> Void) -> Stage {
    var isInCell = isInCell
    while !runner.isFinished {
      let (cell, key) = (point.plan.plan.cells[runner.position], point.plan.keys[runner.position])
      switch isInCell ? .run : shared.turn(key, cell) {
      case .take(let left):
        runner.pass(leaving: left)
        continue
      case .wait:
        return .waiting
      case .run:
        break
      }
      isInCell = false
      var failure: CellFailure?
      let steps = point.plan.keys.map { $0.steps ?? 0 }
      let end = runner.runNextCell { event in
        switch event {
        case .progress(let index, let progress): tell(Self.share(of: index, progress, steps))
        case .cellFailed(_, let problem): failure = problem
        default: break
        }
      }
      switch end {
      case .finished, .nothingLeft:
        shared.finish(key, cell, in: runner.session)
      case .paused:
        return .heldUp
      case .failed:
        // One that was stopped before it began is nobody's; the next who comes runs it.
        shared.finish(key, cell, in: nil)
        if failure?.kind == .interrupted { return .waiting }
        return .ended(PointOutcome(failure: "\(cell.header.label): \(failure?.message ?? "")"))
      }
    }
    return .ended(point.outcome(of: runner.session))
  }

  /// The steps that are done of all steps of the trainings.
  private static func share(of index: Int, _ progress: CellProgress, _ steps: [Int]) -> Double {
    let all = steps.reduce(0, +)
    return all == 0 ? 0 : Double(steps.prefix(index).reduce(0, +) + progress.step) / Double(all)
  }
}
