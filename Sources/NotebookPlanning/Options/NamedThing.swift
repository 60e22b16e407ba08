/// What an option names of that which the notebook says elsewhere.
package enum NamedThing: Sendable, Hashable {
  case dataset
  /// A part of a data set, such as `mnist.test`.
  case part
  case model
  /// A number that a cell leaves behind, such as `test.accuracy`.
  case number
  /// A series that a cell records, such as `fit.batch_loss`.
  case series
  case numberOrSeries
  /// A relation between numbers, such as `test.accuracy >= 0.95`.
  case expectation
  /// What `report` measures in the same cell.
  case reported
  /// A parameter of the front matter, or `seed`.
  case parameter
}
