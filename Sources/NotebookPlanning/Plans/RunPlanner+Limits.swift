import NotebookSyntax

/// What cells come to together, each sum reported at the cell with which it becomes too large.
extension RunPlanner {
  mutating func checkSums(with symbol: Symbol, changing model: String?, at position: SourcePosition) {
    checkMemory(of: symbol, at: position)
    checkShown(by: symbol, at: position)
    checkSwept(by: symbol, at: position)
    if let model { checkTrainings(of: model, at: position) }
  }

  /// Data sets and models may take so much memory.
  private mutating func checkMemory(of symbol: Symbol, at position: SourcePosition) {
    let wasTooMuch = scope.memory.isTooMuch
    switch symbol.kind {
    case .dataset(let dataset): scope.memory.add(dataset)
    case .model(let network): scope.memory.add(network)
    case .measurements, .broken: break
    }
    if let file = symbol.file { scope.memory.add(file) }
    guard scope.memory.isTooMuch, !wasTooMuch else { return }
    reportLimit(
      at: position, scope.memory.problem, suggestion: "load fewer or smaller data sets, or build smaller models")
  }

  /// Charts and comparisons may have so much in them.
  private mutating func checkShown(by symbol: Symbol, at position: SourcePosition) {
    let wasTooMuch = scope.shown.problem != nil
    scope.shown.add(symbol.shown)
    guard !wasTooMuch, let problem = scope.shown.problem else { return }
    reportLimit(at: position, problem, suggestion: "measure less often, or show less of it")
  }

  private mutating func checkSwept(by symbol: Symbol, at position: SourcePosition) {
    let before = scope.sweptCells
    scope.sweptCells += symbol.sweptCells
    guard scope.sweptCells > NotebookLimits.sweptCells, before <= NotebookLimits.sweptCells else { return }
    reportLimit(
      at: position,
      "the sweeps down to here go through \(scope.sweptCells) cells, each counted once a point and once more for every \(NotebookLimits.sweptKeys) keys and values, "
        + "and those of a notebook through at most \(NotebookLimits.sweptCells)",
      suggestion: "sweep over fewer values")
  }

  private mutating func checkTrainings(of model: String, at position: SourcePosition) {
    scope.trainings[model, default: 0] += 1
    let count = scope.trainings[model, default: 0]
    guard count == NotebookLimits.trainings + 1 else { return }
    reportLimit(
      at: position,
      "a model is trained by at most \(NotebookLimits.trainings) cells, and '\(model)' down to here by \(count)",
      suggestion: "take more steps in each")
  }

  /// Reports the first cell of those that are too many.
  mutating func reportTooManyCells(at position: SourcePosition, of count: Int) {
    reportLimit(
      at: position, "a notebook has at most \(NotebookLimits.cells) cells, and this one has \(count)",
      suggestion: "divide the notebook")
  }

  private mutating func reportLimit(at position: SourcePosition, _ message: String, suggestion: Suggestion) {
    diagnostics.append(Diagnostic(.limit, at: position, message, suggestion: suggestion))
  }
}
