/// A kind of cell: how its options are read.
///
/// One folder, one line in the registry, one test file, one section of the manual.
package protocol Directive: SendableMetatype {
  /// The word between the braces.
  static var keyword: String { get }

  /// What its cells make that the cells below can mean without naming it, if anything.
  static var makes: Symbol.Family? { get }

  /// Understands a cell's options as far as they are right; what is wrong is reported to the reader.
  static func plan(_ options: inout OptionReader) -> PlannedAction?
}

extension Directive {
  package static var makes: Symbol.Family? { nil }
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
