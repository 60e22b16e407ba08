/// Some examples to train on or to evaluate: rows that are written when they are needed, and what is to be said of them.
package struct Batch: Sendable {
  /// Who writes the rows.
  package var inputs: any BatchInputs
  /// The rows (B).
  package var count: Int
  package var targets: Targets
  /// The share of each class that its row is not certain of (ε): the target of every class is ε / K, and that of the row's own 1 - ε more.
  package var labelSmoothing = 0.0
  /// The time steps of each row, from 1 to the network's T; nil where all have T.
  ///
  /// After a row's end its states stand still: what is read as the final state or the last output is that of its own end, and what
  /// stands behind it reaches nothing. A row without a recurrent layer is read at its own last step.
  package var lengths: [Int]?
  /// Whether the rows go on from the states that the workspace carries, and leave theirs there.
  ///
  /// The gradient ends at the beginning of the batch. Other batches neither read nor touch what is carried.
  package var carriesState: Bool

  package init(
    inputs: any BatchInputs, count: Int, targets: Targets, lengths: [Int]? = nil, carriesState: Bool = false
  ) {
    self.inputs = inputs
    self.count = count
    self.targets = targets
    self.lengths = lengths
    self.carriesState = carriesState
  }
}

/// Whoever has the rows of a batch.
package protocol BatchInputs: AnyObject, Sendable {
  /// Writes every value of every step of one row, up to the row's length; called on the thread that works on the row.
  ///
  /// What is left out is what an earlier batch wrote there.
  func write(row: Int, into target: InputRow)
}
