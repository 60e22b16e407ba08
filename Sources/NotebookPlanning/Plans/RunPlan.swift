package import NotebookResults
package import NotebookSyntax

/// A notebook as understood: every decision taken, nothing run.
package struct RunPlan: Sendable {
  package let header: RunHeader
  package let cells: [PlannedCell]

  /// The data sets that have to be fetched before this can run, each once, in the order of the cells.
  package var absentDatasets: [String] {
    cells.compactMap(\.action.absentDataset).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The plan of a document; when anything in the file is wrong, what could still be understood and all that is wrong.
  ///
  /// - Parameters:
  ///   - document: The notebook as written.
  ///   - directives: The kinds of cells there are.
  ///   - environment: What may be looked at besides.
  /// - Returns: The plan, with everything that is wrong.
  package static func make(
    _ document: NotebookDocument, of directives: [any Directive.Type], in environment: PlanEnvironment
  ) -> Diagnosed<RunPlan> {
    let cells = CellsPlan.make(document, of: directives, in: environment)
    return Diagnosed(cells.value.plan, diagnostics: cells.diagnostics)
  }
}

/// A cell as understood.
package struct PlannedCell: Sendable {
  package let header: RunHeader.CellHeader
  package let action: any CellAction
  /// What the result depends on, so that it can be kept and found again.
  package let dependencies: CellDependencies
  package let expectations: [Expectation]
}

extension RunPlan {
  /// A cell's result with its expectations held against what was measured by then.
  package func checked(_ result: CellResult, of cell: PlannedCell, in session: Session) -> CellResult {
    var result = result
    result.expectations = cell.expectations.map { expectation in
      expectation.check { header.quantity($0) ?? session.quantity($0) }
    }
    return result
  }
}
