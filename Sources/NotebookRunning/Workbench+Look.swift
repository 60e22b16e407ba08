import NotebookPlanning
package import NotebookResults
package import NotebookSyntax

extension Workbench {
  /// Runs a cell that the notebook does not have where the run stands, in the middle of a training too, and leaves no trace of it.
  ///
  /// - Parameters:
  ///   - keyword: The word between its braces.
  ///   - options: Its options as they would be written.
  /// - Returns: What it shows.
  /// - Throws: What is wrong with it, or why it failed.
  package func look(through keyword: String, _ options: [(key: String, value: String)]) throws(LookProblem)
    -> CellResult
  {
    let body = options.map { "\($0.key): \($0.value)\n" }.joined()
    let (text, lines) = document.text(through: lastBegun, followedBy: "```{\(keyword)}\n\(body)```\n")
    let parsed = NotebookParser.parse(bytes: Array(text.utf8), file: document.file)
    let planned = tools.plan(parsed.value)
    // The text above may speak of cells that are cut off.
    let wrong = (parsed.diagnostics + planned.diagnostics).filter {
      $0.severity == .error && $0.position.line > lines
    }
    guard wrong.isEmpty, let cell = planned.value.cells.last, cell.header.line > lines else {
      throw .wrong(wrong)
    }
    var session = timeline.runner.session
    timeline.runner.point.work?.leave(in: &session)
    var runner = Runner(
      plan: planned.value, options: Runner.Options(threads: tools.threads, isCancelled: tools.isCancelled),
      at: RunPoint(session: session, position: planned.value.cells.count - 1))
    var end: Result<CellResult, LookProblem> = .failure(.wrong([]))
    runner.runNextCell { event in
      switch event {
      case .cellFinished(_, let result): end = .success(result)
      case .cellFailed(_, let failure): end = .failure(.failed(failure))
      case .runStarted, .cellStarted, .cellReused, .progress, .cellPaused: break
      }
    }
    return try end.get()
  }

  /// The line of the last cell that has begun; nil where none has.
  private var lastBegun: Int? {
    let index = timeline.step > 0 ? timeline.position : timeline.position - 1
    return index >= 0 ? plan.cells[index].header.line : nil
  }
}

/// Why nothing could be looked at.
package enum LookProblem: Error {
  case wrong([Diagnostic])
  case failed(CellFailure)
}

extension NotebookDocument {
  /// The text down to a cell and with something else behind it, and how many lines of it are the notebook's own.
  fileprivate func text(through line: Int?, followedBy rest: String) -> (text: String, lines: Int) {
    let ends = blocks.compactMap { block -> Int? in
      if case .directive(let cell) = block, cell.lines.lowerBound == line { cell.lines.upperBound } else { nil }
    }
    let first = blocks.lazy.compactMap { if case .directive(let cell) = $0 { cell.lines.lowerBound } else { nil } }
      .first
    let count = ends.first ?? (first ?? 1) - 1
    return (SourceLines(source).text(1..<count + 1) + "\n" + rest, count)
  }
}
