package import NotebookResults
package import RecurrentEngine

/// What a label stands for, as far as it is known before anything runs.
package struct Symbol: Sendable {
  /// The kinds of things of which the one made last is meant where none is named.
  package enum Family: Sendable {
    case dataset
    case model
  }

  package enum Kind: Sendable {
    case dataset(DatasetSymbol)
    case model(Network)
    case measurements
    /// Its cell is wrong; names that lead here are not reported again.
    case broken
  }

  package var kind: Kind
  package var fields: [String] = []
  package var series: [String: RecordedSeries.Unit] = [:]
  /// How many points each series has by the end.
  package var lengths: [String: Int] = [:]
  /// What its cell shows of that without end.
  package var shown = ShownSize()
  /// Cells of points that its cell goes through.
  package var sweptCells = 0
  /// What its cell has of many points beside one another; nil where it sweeps over nothing.
  package var swept: SweptNumbers?
  /// What its cell says, for one that is like it; nothing where no cell can be.
  package var said = SaidOptions.nothing
  /// What its cell puts beside the page.
  package var file: PlannedFile?
  /// The label of the model that its cell changes in place, which the label of the cell stands for as well.
  package internal(set) var changes: String?
  /// Why its numbers cannot be held against the article's; nil when they can.
  package var standIn: String?
  /// The line of the cell that it stands for.
  package internal(set) var line: Int?
  /// What the cell makes, or was meant to make, that the cells below can mean.
  package internal(set) var makes: Family?

  package init(
    _ kind: Kind, fields: [String] = [], series: [String: RecordedSeries.Unit] = [:], standIn: String? = nil
  ) {
    self.kind = kind
    self.fields = fields
    self.series = series
    self.standIn = standIn
  }

  /// A file that a cell makes, as it is known before.
  package struct PlannedFile: Sendable, Hashable {
    package let name: String
    package let bytes: Int

    package init(name: String, bytes: Int) {
      self.name = name
      self.bytes = bytes
    }
  }

  var kindName: String {
    switch kind {
    case .dataset: "a data set"
    case .model: "a model"
    case .measurements: "a set of measurements"
    case .broken: "something wrong"
    }
  }
}
