package import NotebookPlanning
import NotebookResults

/// A model as the cells of a notebook left it in a store; nothing is run.
package enum KeptModel {
  /// Why there is none.
  package enum Problem: Error, Hashable {
    /// The label stands for no model and for no cell that changes one.
    case noModel
    /// What the cell at this index gave is not kept.
    case notKept(cell: Int)
  }

  /// Puts a model together again.
  ///
  /// - Parameters:
  ///   - label: That of the model, for what it is at the end of the notebook, or of a cell that changes one, for what it is right after it.
  ///   - plan: The notebook.
  ///   - cache: Where results are kept, and under what.
  /// - Returns: The model.
  /// - Throws: Why it cannot be had.
  package static func model(_ label: String, of plan: RunPlan, in cache: CellCache) throws(Problem) -> Model {
    guard let named = plan.cells.first(where: { $0.header.label == label }) else { throw .noModel }
    let changed = named.dependencies.changes
    let cells = plan.cells.filter { cell in
      cell.header.label == changed ?? label
        || cell.dependencies.changes == changed ?? label && (changed == nil || cell.header.index <= named.header.index)
    }
    var session = Session()
    for cell in cells {
      let key = cache.keys[cell.header.index]
      let context = CellContext(
        label: cell.header.label, seed: cell.dependencies.seed(in: plan.header.seed) ?? 0, threads: 1)
      guard case .all(let kept) = Reuse(of: key, in: cache.store, until: .end),
        cell.action.restore(kept, in: &session, context) != nil
      else { throw .notKept(cell: cell.header.index) }
    }
    guard let model = session.models[changed ?? label] else { throw .noModel }
    return model
  }
}
