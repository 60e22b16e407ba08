/// Runs the cells of a plan one after the other, and tells what happens as events.
package struct Runner {
  package let plan: RunPlan
  package private(set) var session = Session()
  /// The cell to run next, as an index.
  package private(set) var position = 0
  private let options: Options

  /// How a run goes, which never changes what it gives.
  package struct Options {
    package let threads: Int
    package let isCancelled: () -> Bool

    package init(threads: Int, isCancelled: @escaping () -> Bool = { false }) {
      self.threads = threads
      self.isCancelled = isCancelled
    }
  }

  package init(plan: RunPlan, options: Options) {
    self.plan = plan
    self.options = options
  }

  package var isFinished: Bool { position == plan.cells.count }

  /// Runs the next cell on a copy of the session, which replaces the session when the cell succeeds.
  ///
  /// - Parameter observe: Takes the events as they happen.
  /// - Returns: Whether the cell succeeded; false too when none is left.
  @discardableResult
  package mutating func runNextCell(_ observe: (RunEvent) -> Void) -> Bool {
    guard !isFinished else { return false }
    let cell = plan.cells[position]
    let index = position
    observe(.cellStarted(index))
    return withoutActuallyEscaping(observe) { observe in
      let context = CellContext(
        label: cell.header.label, seed: plan.header.seed, threads: options.threads,
        progress: { observe(.progress(index, $0)) }, isCancelled: options.isCancelled)
      var copy = session
      do throws(CellFailure) {
        var result = try cell.action.run(in: &copy, context)
        copy.records[cell.header.label, default: CellRecord()].fields = result.fields
        result.expectations = cell.expectations.compactMap { expectation in
          expectation.check { plan.header.quantity($0) ?? copy.quantity($0) }
        }
        session = copy
        position += 1
        observe(.cellFinished(index, result))
        return true
      } catch {
        observe(.cellFailed(index, error))
        return false
      }
    }
  }

  /// Runs every cell that is left, until one fails.
  package mutating func runRemainingCells(_ observe: (RunEvent) -> Void) {
    while runNextCell(observe) {}
  }
}
