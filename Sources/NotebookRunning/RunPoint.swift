package import NotebookPlanning

/// Where a run is, as a value: the cells before `position` have run, and the cell there may have taken some of its steps.
package struct RunPoint {
  package var session = Session()
  package var position = 0
  /// What the cell at `position` is in the middle of.
  package var work: (any CellWork)?

  package init(session: Session = Session(), position: Int = 0, work: (any CellWork)? = nil) {
    self.session = session
    self.position = position
    self.work = work
  }

  /// The steps that the cell at `position` has taken.
  package var step: Int { work?.step ?? 0 }

  /// The weights of a model as they are now, in the middle of a training too.
  package func weights(of label: String) -> [Float]? {
    var session = session
    work?.leave(in: &session)
    return session.models[label]?.parameters
  }
}
