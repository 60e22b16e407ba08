import Datasets

/// What a directive can name where it stands: everything that the cells before it leave behind.
package struct PlanScope: Sendable {
  package internal(set) var symbols: [String: Symbol] = [:]
  package internal(set) var latestDataset: String?
  package internal(set) var latestModel: String?
  /// The cell that changed each model last, by the model's label.
  package internal(set) var latestChange: [String: String] = [:]
  package let parameters: ParameterTable
  package let environment: PlanEnvironment
  /// The line of every label of the file, so that a name used too early can be told from one that is nowhere.
  let lines: [String: Int]

  /// Cells of points that the sweeps above go through, each counted once a point.
  package internal(set) var sweptCells = 0
  /// What the cells above leave in memory.
  package internal(set) var memory = PlanMemory()
  /// The keys and values that the cells above took over from others.
  package internal(set) var takenOver = 0
  /// What the cells above show.
  package internal(set) var shown = ShownSize()
  /// How many cells above change each model, by its label.
  var trainings: [String: Int] = [:]

  init(parameters: ParameterTable, environment: PlanEnvironment, lines: [String: Int]) {
    self.parameters = parameters
    self.environment = environment
    self.lines = lines
  }

  /// One in which nothing can be named.
  static var empty: PlanScope {
    PlanScope(
      parameters: ParameterTable(),
      environment: PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: ""), lines: [:])
  }
}
