import NotebookResults

/// Runs the notebooks of a command that are right, one after the other, and tells of each as it ends.
struct RunSequence {
  let manner: NotebookRun.Manner
  let pages: PageDestination
  /// The folder's pages, if it is one.
  let book: NotebookBook?
  /// Where results are kept; nil when they are not.
  let store: StoreFolder?
  let clock: RunClock
  let opensPages: Bool

  /// Runs them; gives what became of each.
  func run(_ notebooks: [ReadNotebook]) -> [RunRecord] {
    var records: [RunRecord] = []
    for notebook in notebooks {
      let isOver = records.contains { $0.exitCode == CommandExit.interrupted }
      let record = record(of: notebook, isOver: isOver)
      if manner.progress == .json { Console.write("\(ProgressJSON.end(record))\n", to: .error) }
      records.append(record)
    }
    return records
  }

  private func record(of notebook: ReadNotebook, isOver: Bool) -> RunRecord {
    let file = notebook.file.path
    var record = RunRecord(file: file, problems: notebook.problems, isWrong: notebook.planned == nil)
    guard let planned = notebook.planned else {
      record.exitCode = CommandExit.usage
      return record
    }
    if isOver { return record }
    let page = pages.path(for: notebook.file)
    let messages = manner.messages(of: file)
    let results = store.map { ResultStore($0, notebook: file) { messages.say(.warning, $0) } }
    let end = NotebookRun(
      notebook: planned, page: page, neighbours: book?.neighbours(of: planned), store: results, manner: manner
    ).run()
    (record.report, record.times) = (end.report, end.times)
    let isBrokenOff = manner.isStepped && Interruption.isRequested
    let code = isBrokenOff ? CommandExit.interrupted : end.report.outcome.exitCode
    if let problem = end.problem {
      messages.say(.error, "\(problem)")
      record.exitCode = CommandExit.graver(code, CommandExit.failed)
      return record
    }
    (record.page, record.exitCode) = (page, code)
    let summary = RunSummary(
      report: end.report, file: file, page: page, isKept: results != nil, limit: clock.reached)
    Console.write(summary.text, to: .output)
    if opensPages && !Browser.open(page) { messages.say(.warning, Browser.absence) }
    return record
  }
}
