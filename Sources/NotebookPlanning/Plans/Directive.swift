package import NotebookResults

/// A kind of cell: how its options are read.
///
/// One folder, one line in the registry, one test file, one section of the manual.
package protocol Directive: SendableMetatype {
  /// The word between the braces.
  static var keyword: String { get }

  /// What its cells make that the cells below can mean without naming it, if anything.
  static var makes: Symbol.Family? { get }

  /// What it does, in a sentence.
  static var summary: String { get }

  /// Its options, each declared once; those that every cell has are not among them.
  static var options: [any OptionDeclaration] { get }

  /// The options of small right cells, each in a notebook that holds the examples of all directives in the order of the registry,
  /// labelled by their directive (`train`) and, after the first, their number (`train-2`).
  static var examples: [[ExampleOption]] { get }

  /// Reports what can be told wrong whatever else is wrong with a cell, though half of it could not be read.
  static func check(_ values: inout OptionValues)

  /// The numbers that a cell leaves behind even if something in it is wrong; empty where that cannot be told.
  static func fields(_ values: OptionValues) -> [String]

  /// The series that it records then.
  static func series(_ values: OptionValues) -> [String: RecordedSeries.Unit]

  /// Understands a cell's options, which are read already, as far as they are right; what does not fit together is reported.
  static func plan(_ values: inout OptionValues) -> PlannedAction?
}

extension Directive {
  package static var makes: Symbol.Family? { nil }
  package static func check(_ values: inout OptionValues) {}
  package static func fields(_ values: OptionValues) -> [String] { [] }
  package static func series(_ values: OptionValues) -> [String: RecordedSeries.Unit] { [:] }

  /// What help, manual and schema say about it.
  package static var topic: OptionTopic {
    OptionTopic(
      name: keyword, sort: OptionTopic.directiveSort, summary: summary, options: options + CellOptions.all,
      example: examples.first ?? [])
  }
}

/// What a directive's options mean: what to do, and what the label will stand for.
package struct PlannedAction: Sendable {
  package let action: any CellAction
  package let symbol: Symbol
  /// A sweep over seeds that the cell asks for besides.
  package let repetition: Repetition?

  package init(_ action: any CellAction, leaves symbol: Symbol, repeating repetition: Repetition? = nil) {
    self.action = action
    self.symbol = symbol
    self.repetition = repetition
  }
}
