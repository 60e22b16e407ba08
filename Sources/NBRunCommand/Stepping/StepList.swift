import NotebookResults
import NotebookSyntax

/// All cells of a notebook in a line each: where the run stands, how far they have come, and how long that took.
struct StepList {
  let report: RunReport
  let position: Int
  let clock: StepClock
  let width: Int

  var text: ConsoleText {
    let cells = report.header.cells
    let number = "\(cells.count)".count
    let keyword = cells.map { $0.keyword.count + 2 }.max() ?? 0
    let label = cells.map { TextWidth.columns($0.label) }.max() ?? 0
    return cells.map { cell -> ConsoleText in
      let state = state(of: cell.index)
      let line = [
        cell.index == position ? ">" : " ", TextWidth.padded("\(cell.index + 1)", to: number, right: true),
        TextWidth.padded("{\(cell.keyword)}", to: keyword),
        state.isEmpty ? cell.label : TextWidth.padded(cell.label, to: label), state,
      ]
      let text = line.filter { !$0.isEmpty }.joined(separator: " ")
      return "\(String(TextWidth.prefix(text, columns: max(20, width - 1))))"
    }.asLines
  }

  /// How far a cell has come.
  private func state(of index: Int) -> String {
    switch report.cells[index] {
    case .notRun: ""
    case .paused(let pause): "step \(pause.progress.step) of \(pause.progress.totalSteps)\(time(of: index))"
    case .failed(let failure): failure.kind == .interrupted ? "stopped" : "failed"
    case .finished: "done\(time(of: index))"
    }
  }

  private func time(of index: Int) -> String {
    guard let time = clock[index] else { return "" }
    return ", \(ProgressLine.seconds(time.seconds))\(time.wasKept ? ", kept from before" : "")"
  }
}
