package import Datasets
import NotebookSyntax
package import RecurrentEngine

/// What a directive can name where it stands: everything that the cells before it leave behind.
package struct PlanScope: Sendable {
  package internal(set) var symbols: [String: Symbol] = [:]
  package internal(set) var latestDataset: String?
  package internal(set) var latestModel: String?
  package let parameters: ParameterTable
  package let environment: PlanEnvironment
  /// The line of every label of the file, so that a name used too early can be told from one that is nowhere.
  let lines: [String: Int]

  init(parameters: ParameterTable, environment: PlanEnvironment, lines: [String: Int]) {
    self.parameters = parameters
    self.environment = environment
    self.lines = lines
  }
}

/// What planning may look at outside the notebook's text.
package struct PlanEnvironment: Sendable {
  package let catalog: DatasetCatalog
  package let supply: DatasetSupply
  /// The folder that the notebook lies in; nothing outside it is read by name.
  package let notebookFolder: String
  package let overrides: [ParameterOverride]
  /// The seed of the command line, before that of the notebook.
  package let seed: UInt64?

  package init(
    catalog: DatasetCatalog, supply: DatasetSupply = .folders, notebookFolder: String,
    overrides: [ParameterOverride] = [], seed: UInt64? = nil
  ) {
    self.catalog = catalog
    self.supply = supply
    self.notebookFolder = notebookFolder
    self.overrides = overrides
    self.seed = seed
  }
}

/// What a label stands for, as far as it is known before anything runs.
package struct Symbol: Sendable {
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
  /// Why its numbers cannot be held against the article's; nil when they can.
  package var standIn: String?

  package init(
    _ kind: Kind, fields: [String] = [], series: [String: RecordedSeries.Unit] = [:], standIn: String? = nil
  ) {
    self.kind = kind
    self.fields = fields
    self.series = series
    self.standIn = standIn
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

/// A data set as it will be loaded.
package struct DatasetSymbol: Sendable, Hashable {
  package let input: SequenceShape
  package let classes: Int
  package let counts: [DatasetSplit: Int]

  package init(input: SequenceShape, classes: Int, counts: [DatasetSplit: Int]) {
    self.input = input
    self.classes = classes
    self.counts = counts
  }
}

/// A part of a data set by purpose.
package enum DatasetSplit: String, Sendable, Hashable, CaseIterable {
  case train
  case validation
  case test
}
