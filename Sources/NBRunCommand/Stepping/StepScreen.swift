import NotebookReport
import NotebookResults

/// What is written at a stop: sized for the terminal, plain and whole anywhere else.
struct StepScreen {
  let width: Int
  /// The lines that an answer may take; nil where nobody has to scroll.
  let height: Int?
  let style: TextStyle

  static var standard: StepScreen {
    let isTerminal = Console.isTerminal(.output)
    return StepScreen(
      width: Console.width(of: .output), height: isTerminal ? Console.height(of: .output) : nil,
      style: TextStyle(for: .output))
  }

  /// What can be typed, in one line; nothing where nobody types.
  var keys: ConsoleText {
    guard height != nil else { return "" }
    let keys = [
      "n next", "s N steps", "b back", "l list", "p print", "d differences", "set KEY VALUE", "q quit", "? help",
    ]
    var line = ""
    for key in keys where line.count + key.count + 3 < width { line += (line.isEmpty ? "" : " · ") + key }
    return style.faint("\(line)") + "\n"
  }

  /// The cell that comes next, with its options as written.
  func upcoming(_ cell: RunHeader.CellHeader, of count: Int, file: String) -> ConsoleText {
    let source = cell.source.split(whereSeparator: \.isNewline).map { "    \($0)" as ConsoleText }.asLines
    return style.strong("(\(cell.index + 1)/\(count)) {\(cell.keyword)} \(cell.label)") + "  \(file):\(cell.line)\n"
      + source
  }

  /// The cell that stopped on the way.
  func paused(_ cell: RunHeader.CellHeader, of count: Int, at progress: CellProgress) -> ConsoleText {
    let accuracy = progress.accuracy.map { ", accuracy \(QuantityText.text(.fraction($0)))" } ?? ""
    let loss = progress.loss.flatMap { progress.step > 0 ? ", loss \(QuantityText.text(.real($0)))" : nil } ?? ""
    return style.strong("(\(cell.index + 1)/\(count)) {\(cell.keyword)} \(cell.label)")
      + "  \(progress.unit.rawValue) \(progress.step) of \(progress.totalSteps)\(loss)\(accuracy)\n"
  }

  /// Everything that a cell shows, charts before tables.
  func result(_ result: CellResult) -> [ConsoleText] {
    var lines = result.notices.map { "note: \($0)" as ConsoleText } + charts(result)
    lines += TerminalText.measuredLines(of: result).map { "\($0)" }
    for output in result.outputs {
      if !isChart(output) { lines += text(output) }
    }
    return lines
      + result.expectations.map { expectation in
        let text: ConsoleText = "\(ExpectationText.text(expectation))"
        switch expectation.outcome {
        case .held: return style.good(text)
        case .failed: return style.bad(text)
        case .notChecked: return text
        }
      }
  }

  /// The charts of a cell, which say most in the least room.
  func charts(_ result: CellResult) -> [ConsoleText] {
    result.outputs.filter(isChart).flatMap(text)
  }

  private func isChart(_ output: CellOutput) -> Bool {
    switch output {
    case .chart, .bars, .heatMap: true
    case .table, .pictures, .comparison, .passage, .note: false
    }
  }

  /// A chart that leaves room for the lines around it.
  func chart(_ chart: Chart) -> [ConsoleText] {
    let columns = height == nil ? min(width, PlotSize.page) : width
    return ([chart.title, ""] + AsciiChart(chart, width: columns, height: height.map { max(5, $0 - 16) }).lines).map {
      "\($0)"
    }
  }

  func text(_ output: CellOutput) -> [ConsoleText] {
    if case .chart(let chart) = output { return self.chart(chart) }
    return TerminalText.lines(for: output, width: width).map { "\($0)" }
  }

  /// As many lines as fit on the screen beside what stands around them.
  func fitted(_ lines: [ConsoleText], beside others: Int = 8, whole command: ConsoleText) -> ConsoleText {
    guard let height, lines.count > max(4, height - others) else { return lines.asLines }
    let room = max(4, height - others) - 1
    let rest: ConsoleText = "… \(lines.count - room) more lines: \(command)"
    return (lines.prefix(room) + [style.faint(rest)]).asLines
  }
}
