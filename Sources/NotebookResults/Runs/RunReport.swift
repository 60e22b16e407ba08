package import NotebookSyntax

/// A run as it happened so far: what the page shows.
package struct RunReport: Sendable, Hashable {
  package enum CellState: Sendable, Hashable {
    case notRun
    case paused(CellPause)
    case finished(CellResult)
    case failed(CellFailure)
  }

  package let header: RunHeader
  /// One a cell, in order.
  package private(set) var cells: [CellState]

  package init(header: RunHeader) {
    self.header = header
    cells = Array(repeating: .notRun, count: header.cells.count)
  }

  /// Takes in one event; one of a cell that the run does not have changes nothing.
  package mutating func record(_ event: RunEvent) {
    switch event {
    case .cellFinished(let index, let result): set(index, to: .finished(result))
    case .cellPaused(let index, let pause): set(index, to: .paused(pause))
    case .cellFailed(let index, let failure): set(index, to: .failed(failure))
    case .runStarted, .cellStarted, .cellReused, .progress: break
    }
  }

  private mutating func set(_ index: Int, to state: CellState) {
    if cells.indices.contains(index) { cells[index] = state }
  }

  /// Forgets what became of a cell and of all after it.
  ///
  /// - Parameters:
  ///   - index: The cell, or the number of cells.
  ///   - state: What it shows.
  package mutating func goBack(to index: Int, showing state: CellState) {
    for later in cells.indices.dropFirst(index) { cells[later] = .notRun }
    set(index, to: state)
  }

  /// The number that a reference names, when it was measured.
  package func quantity(_ reference: FieldReference) -> Quantity? {
    if reference.label == RunHeader.parameterLabel { return header.quantity(reference) }
    guard let cell = header.cell(reference.label), case .finished(let result) = cells[cell.index] else { return nil }
    return CellRecord(result).quantity(reference)
  }

  package var outcome: RunOutcome {
    for cell in cells {
      switch cell {
      case .failed(let failure): return failure.kind == .interrupted ? .interrupted : .failed
      case .paused(let pause) where pause.isInterruption: return .interrupted
      case .paused, .finished, .notRun: break
      }
    }
    let missed = cells.contains { if case .finished(let result) = $0 { result.hasFailedExpectation } else { false } }
    return missed ? .expectationFailed : .succeeded
  }
}

/// How a run ended.
package enum RunOutcome: Sendable, Hashable {
  case succeeded
  case failed
  case expectationFailed
  case interrupted
}
