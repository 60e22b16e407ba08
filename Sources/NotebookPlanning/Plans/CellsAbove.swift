import NotebookResults
package import NotebookSyntax

/// The cells of a notebook down to one of them, to be understood under other parameters.
package struct CellsAbove: Sendable {
  private let document: NotebookDocument
  /// How many cells there are above.
  package let count: Int
  private let directives: [any Directive.Type]
  private let environment: PlanEnvironment

  init(
    _ document: NotebookDocument, count: Int, seed: UInt64, directives: [any Directive.Type],
    environment: PlanEnvironment
  ) {
    self.document = document
    self.count = count
    self.seed = seed
    self.directives = directives
    self.environment = environment
  }

  /// These cells, and so many of those that follow.
  func and(_ more: Int) -> CellsAbove {
    CellsAbove(document, count: count + more, seed: seed, directives: directives, environment: environment)
  }

  /// The seed of a run as the notebook and the command line say it.
  package let seed: UInt64

  /// For how many cells they count that are understood anew for a point: one of many keys and values for several.
  package var weight: Int {
    let blocks = document.blocks.lazy.compactMap { if case .directive(let block) = $0 { block } else { nil } }
    return ([document.frontMatter] + blocks.prefix(count).map(\.options)).reduce(count) {
      $0 + $1.nodeCount / NotebookLimits.sweptKeys
    }
  }

  /// What the cells are with other values of parameters, and another seed, than the notebook and the command line say.
  package func plan(_ overrides: [ParameterOverride] = [], seed: UInt64? = nil) -> Diagnosed<CellsPlan> {
    var planner = RunPlanner(
      document, directives: directives,
      environment: environment.with(overrides: environment.overrides + overrides, seed: seed ?? environment.seed))
    let plan = planner.plan(first: count)
    return Diagnosed(plan, diagnostics: planner.diagnostics)
  }
}

/// The first cells of a notebook, or all, as understood, and what they leave behind.
package struct CellsPlan: Sendable {
  package let plan: RunPlan
  package let scope: PlanScope

  /// All cells of a document, as far as they can be understood, and all that is wrong.
  package static func make(
    _ document: NotebookDocument, of directives: [any Directive.Type], in environment: PlanEnvironment
  ) -> Diagnosed<CellsPlan> {
    var planner = RunPlanner(document, directives: directives, environment: environment)
    let plan = planner.plan()
    return Diagnosed(
      CellsPlan(plan: plan, scope: planner.scope), diagnostics: document.located(planner.diagnostics))
  }

  /// The cells without which some numbers cannot be measured, with what each is kept under.
  ///
  /// - Parameter labels: Those of the cells that measure the numbers.
  /// - Returns: The cells in order; what they leave behind is what a run of the notebook leaves behind.
  package func part(measuring labels: some Sequence<String>) -> PointPlan {
    let keys = plan.cacheKeys()
    // Which cell made what a label stands for, by the time that each cell reads it.
    var makers: [String: Int] = [:]
    var inputs: [[Int]] = []
    for (index, cell) in plan.cells.enumerated() {
      inputs.append(cell.dependencies.reads.compactMap { makers[$0] })
      makers[cell.header.label] = index
      if let changed = cell.dependencies.changes { makers[changed] = index }
    }
    let wanted = Set(labels)
    var needed = Set(plan.cells.indices.filter { wanted.contains(plan.cells[$0].header.label) })
    for index in plan.cells.indices.reversed() where needed.contains(index) { needed.formUnion(inputs[index]) }
    let order = needed.sorted()
    return PointPlan(
      plan: RunPlan(header: plan.header, cells: order.map { plan.cells[$0] }), keys: order.map { keys[$0] },
      bytes: scope.memory.models)
  }
}

/// What has to run for a point of a sweep.
package struct PointPlan: Sendable {
  package let plan: RunPlan
  /// What each of its cells is kept under, which is the same in a run of the whole notebook.
  package let keys: [CacheKey]
  /// What its models take in memory.
  package let bytes: Double
}

extension PlanEnvironment {
  fileprivate func with(overrides: [ParameterOverride], seed: UInt64?) -> PlanEnvironment {
    PlanEnvironment(
      catalog: catalog, memory: memory, supply: supply, notebookFolder: notebookFolder, overrides: overrides, seed: seed
    )
  }
}
