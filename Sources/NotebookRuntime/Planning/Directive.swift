import NotebookSyntax

/// A kind of cell: how its options are read.
///
/// One file, one line in ``DirectiveRegistry``, one test file, one section of the manual.
package protocol Directive: SendableMetatype {
  /// The word between the braces.
  static var keyword: String { get }

  /// Understands a cell's options as far as they are right; what is wrong is reported to the reader.
  static func plan(_ options: inout OptionReader) -> PlannedAction?
}

/// What a directive's options mean: what to do, and what the label will stand for.
package struct PlannedAction: Sendable {
  package let action: any CellAction
  package let symbol: Symbol

  package init(_ action: any CellAction, leaves symbol: Symbol) {
    self.action = action
    self.symbol = symbol
  }
}

/// The work of a cell, with every decision taken.
package protocol CellAction: Sendable {
  /// What the result depends on, so that it can be kept and found again.
  var meaning: CellMeaning { get }

  /// Does the work on the cell's own copy of the session.
  ///
  /// - Returns: What the cell shows and the numbers it leaves behind.
  /// - Throws: ``CellFailure``, after which the copy is thrown away.
  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult

  /// Leaves behind what ``run(in:_:)`` would, given the result that was kept from a run of a cell with the same identity.
  ///
  /// - Returns: The result as this cell shows it.
  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult
}

extension CellAction {
  package func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult { result }
}

/// Work that goes on step by step: it can stop after any of them, be looked at and go on.
package protocol SteppedAction: CellAction {
  /// Starts, or goes on from a point that was kept; a point that does not belong to this work is passed over.
  func begin(
    in session: inout Session, from checkpoint: TrainingCheckpoint?, _ context: CellContext
  ) throws(CellFailure) -> TrainingRun

  /// What there is to show at a point.
  func result(at checkpoint: TrainingCheckpoint) -> CellResult

  /// Leaves the end behind.
  func finish(_ checkpoint: TrainingCheckpoint, in session: inout Session, _ context: CellContext)
}

extension SteppedAction {
  /// All steps in one go.
  package func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    var run = try begin(in: &session, from: nil, context)
    while !run.isFinished { try run.takeStep() }
    let end = run.checkpoint
    finish(end, in: &session, context)
    return result(at: end)
  }
}

/// What a running cell is given besides the session.
package struct CellContext {
  /// The name under which the cell leaves things behind.
  package let label: String
  package let seed: UInt64
  package let threads: Int
  /// Whether the user asked to stop; long cells look at every step.
  package let isCancelled: () -> Bool

  package init(
    label: String, seed: UInt64, threads: Int, isCancelled: @escaping () -> Bool = { false }
  ) {
    self.label = label
    self.seed = seed
    self.threads = threads
    self.isCancelled = isCancelled
  }
}
