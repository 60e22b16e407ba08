import NotebookPlanning
import NotebookResults

/// What a `{load}` reads or makes, found before anything runs.
protocol DataSource: Sendable {
  /// Everything that was read, from which the examples and what is shown of them follow.
  associatedtype Contents

  var name: String { get }
  /// What the cell's label stands for, given what the data follow from.
  func symbol(following dependencies: CellDependencies) -> DatasetSymbol
  /// The numbers that the cell leaves behind.
  var fields: [Field] { get }
  /// Why numbers from it cannot be held against an article's; nil when they can.
  var standIn: String? { get }
  /// What a reader has to know before anything else.
  var notice: String? { get }
  /// The name of the data set that has to be fetched first.
  var absentDataset: String? { get }

  func read(_ context: CellContext) throws(CellFailure) -> Contents
  func dataset(of contents: Contents) -> LoadedDataset
  func outputs(of contents: Contents) -> [CellOutput]
}

extension DataSource {
  var standIn: String? { nil }
  var notice: String? { nil }
  var absentDataset: String? { nil }

  /// What there is to say when the files are no longer those that were checked.
  var changed: CellFailure { CellFailure("the data set '\(name)' changed after it was checked") }
}
