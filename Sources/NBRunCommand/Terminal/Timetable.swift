import NotebookResults

/// The seconds each cell took: a fold over the events of runs, kept out of every page.
struct Timetable {
  private struct Row {
    let notebook: String
    let cell: RunHeader.CellHeader
    let seconds: Double
    let steps: Int
  }

  private var rows: [Row] = []
  private var start = ContinuousClock.now
  private var steps = 0

  mutating func record(_ event: RunEvent, of header: RunHeader) {
    switch event {
    case .runStarted, .cellReused: break
    case .cellStarted:
      start = .now
      steps = 0
    case .progress(_, let progress): steps = progress.step
    case .cellFinished(let index, _), .cellFailed(let index, _), .cellPaused(let index, _):
      guard let cell = header.cell(index) else { return }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      rows.append(Row(notebook: header.notebookName, cell: cell, seconds: seconds, steps: steps))
    }
  }

  /// The line of names.
  static let columns = "notebook,label,directive,line,seconds,steps\n"

  /// One line a cell, after a line of names.
  var csv: String {
    let lines = rows.map { row in
      let seconds = (row.seconds * 1e6).rounded() / 1e6
      return "\(quoted(row.notebook)),\(row.cell.label),\(row.cell.keyword),\(row.cell.line),\(seconds),\(row.steps)\n"
    }
    return Self.columns + lines.joined()
  }

  /// A field that may hold commas or quotes.
  private func quoted(_ text: String) -> String {
    text.contains { "\",\n".contains($0) }
      ? "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" : text
  }
}
