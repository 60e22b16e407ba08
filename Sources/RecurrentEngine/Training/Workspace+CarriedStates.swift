extension Network {
  /// The numbers that each row of a batch carries on to a later one.
  package var carriedColumns: Int { layers.reduce(0) { $0 + $1.stateColumns } }
}

extension Workspace {
  /// The states in which the first rows of batches that carry them go on, row by row: [B, `carriedColumns`].
  package func carriedStates(rows: Int) -> [Float] {
    precondition((0...capacity).contains(rows), "the rows are those that there is room for")
    return carriedStates(0..<rows)
  }

  private func carriedStates(_ rows: Range<Int>) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(rows.count * network.carriedColumns)
    for row in rows {
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
    for matrix in carriedMatrices { matrix.clear(rows: 0..<capacity) }
    setCarriedStates(values, from: 0)
  }

  private func setCarriedStates(_ values: [Float], from first: Int) {
    var place = values.startIndex
    for row in first..<first + values.count / max(1, network.carriedColumns) {
      for matrix in carriedMatrices {
        for column in 0..<matrix.columns {
          matrix[step: 0, row: row, column: column] = values[place]
          place += 1
        }
      }
    }
  }

  /// Gives every rank the states of the rows of all.
  func shareCarriedStates(of waves: [RankWave], _ communicator: any Communicator) {
    for wave in waves {
      for (rank, rows) in zip(wave.ranks, wave.rows) {
        var values =
          rank == communicator.rank
          ? carriedStates(rows) : [Float](repeating: 0, count: rows.count * network.carriedColumns)
        values.withUnsafeMutableBytes { communicator.broadcast($0, from: rank) }
        if rank != communicator.rank { setCarriedStates(values, from: rows.lowerBound) }
      }
    }
  }
}
