extension Network {
  /// The numbers that each row of a batch carries on to a later one.
  package var carriedColumns: Int { layers.reduce(0) { $0 + $1.stateColumns } }
}

extension Workspace {
  /// The states in which the first rows of batches that carry them go on, row by row: [B, `carriedColumns`].
  package func carriedStates(rows: Int) -> [Float] {
    precondition((0...capacity).contains(rows), "the rows are those that there is room for")
    var values: [Float] = []
    values.reserveCapacity(rows * network.carriedColumns)
    for row in 0..<rows {
      for matrix in carriedMatrices {
        for column in 0..<matrix.columns { values.append(matrix[step: 0, row: row, column: column]) }
      }
    }
    return values
  }

  /// Sets the states in which the first rows go on, as `carriedStates` has given them; those of other rows are zero.
  package func setCarriedStates(_ values: [Float] = []) {
    precondition(
      values.count <= capacity * network.carriedColumns && values.count % max(1, network.carriedColumns) == 0,
      "there are the states of whole rows, no more than there is room for")
    let matrices = carriedMatrices
    for matrix in matrices { matrix.clear(rows: 0..<capacity) }
    var remaining = values[...]
    var row = 0
    while !remaining.isEmpty {
      for matrix in matrices {
        for column in 0..<matrix.columns { matrix[step: 0, row: row, column: column] = remaining.removeFirst() }
      }
      row += 1
    }
  }
}
