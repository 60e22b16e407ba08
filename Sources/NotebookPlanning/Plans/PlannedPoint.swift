private import Datasets
package import NotebookResults
package import NotebookSyntax

/// One of the points that a cell sweeps over: a run of the cells above under parameters of its own.
package struct PlannedPoint: Sendable {
  /// What is set, in the order of the sweep; the seed under its own name.
  package let settings: [CellDependencies.Setting]
  package let plan: PointPlan
  /// The numbers and series that are collected.
  package let collected: [FieldReference]

  package init(settings: [CellDependencies.Setting], plan: PointPlan, collected: [FieldReference]) {
    self.settings = settings
    self.plan = plan
    self.collected = collected
  }

  /// What the seed is called among the settings.
  package static let seed = DeclaredOption.seed.name

  /// `rate=0.003, seed=2`.
  package var name: String { settings.phrase }

  /// What the cells are kept under that measure its numbers.
  package var measuredKeys: [CacheKey] {
    let measured = Set(collected.map(\.label))
    return zip(plan.plan.cells, plan.keys).filter { measured.contains($0.0.header.label) }.map(\.1)
  }

  /// What its numbers follow from, in hexadecimal: equal identities have equal numbers, whatever the notebook.
  package var identity: String {
    SHA256.hex(of: Array(measuredKeys.map(\.digest).joined(separator: "\n").utf8))
  }

  /// What there is of it once its cells have run.
  package func outcome(of session: Session) -> PointOutcome {
    var outcome = PointOutcome()
    for reference in collected {
      let (quantity, series) = (session.quantity(reference), session.series(reference))
      outcome.numbers[reference.text] = quantity
      if reference.excerpt == nil { outcome.series[reference.text] = series }
      if quantity == nil, series == nil { return PointOutcome(failure: "'\(reference.text)' was not measured") }
    }
    return outcome
  }
}

/// A directive whose cells run points: it plans the cells above again, under other parameters.
package protocol SweepingDirective: Directive {
  /// Understands a cell's options, as ``plan(_:)`` does, in the light of the cells above.
  static func plan(_ values: inout OptionValues, _ above: CellsAbove) -> PlannedAction?
}

extension SweepingDirective {
  /// Where the cells above are a point themselves, a sweep is none of them.
  package static func plan(_ values: inout OptionValues) -> PlannedAction? { nil }
}

/// The action of a cell whose work is to run points.
package protocol SweepingAction: CellAction {
  var points: [PlannedPoint] { get }

  /// Begins the work with those who run the points.
  func begin(with crew: any PointCrew, from checkpoint: CellCheckpoint?) throws(CellFailure) -> BegunCell
}

extension SweepingAction {
  package func begin(
    in session: inout Session, from checkpoint: CellCheckpoint?, _ context: CellContext
  ) throws(CellFailure) -> BegunCell {
    throw CellFailure("nobody is here to run the points of a sweep")
  }
}
