package import Datasets

/// What planning may look at outside the notebook's text.
package struct PlanEnvironment: Sendable {
  package let catalog: DatasetCatalog
  /// What was read of data files already.
  package let memory: DataMemory
  package let supply: DatasetSupply
  /// The folder that the notebook lies in; nothing outside it is read by name.
  package let notebookFolder: String
  package let overrides: [ParameterOverride]
  /// The seed of the command line, before that of the notebook.
  package let seed: UInt64?

  package init(
    catalog: DatasetCatalog, memory: DataMemory = DataMemory(), supply: DatasetSupply = .folders,
    notebookFolder: String,
    overrides: [ParameterOverride] = [], seed: UInt64? = nil
  ) {
    self.catalog = catalog
    self.memory = memory
    self.supply = supply
    self.notebookFolder = notebookFolder
    self.overrides = overrides
    self.seed = seed
  }
}
