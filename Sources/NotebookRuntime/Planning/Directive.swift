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
  /// Does the work on the cell's own copy of the session.
  ///
  /// - Returns: What the cell shows and the numbers it leaves behind.
  /// - Throws: ``CellFailure``, after which the copy is thrown away.
  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult
}

/// What a running cell is given besides the session.
package struct CellContext {
  /// The name under which the cell leaves things behind.
  package let label: String
  package let seed: UInt64
  package let threads: Int
  /// Says how far a long cell is; may be called at every step.
  package let progress: (TrainingProgress) -> Void
  /// Whether the user asked to stop; long cells look at every step.
  package let isCancelled: () -> Bool

  package init(
    label: String, seed: UInt64, threads: Int, progress: @escaping (TrainingProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.label = label
    self.seed = seed
    self.threads = threads
    self.progress = progress
    self.isCancelled = isCancelled
  }
}
