import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax

extension Stepper {
  /// Says where the run stands: the cell that comes next, or how far it is.
  func showPlace() {
    guard let cell = report.header.cell(timeline.position) else {
      write("(end) every cell has run\n")
      return
    }
    if let work = timeline.runner.point.work {
      write(screen.paused(cell, of: cells.count, at: work.progress))
    } else {
      write(screen.upcoming(cell, of: cells.count, file: file.path))
    }
  }

  /// Shows what a cell has come to.
  func show(_ index: Int) {
    switch report.cells[index] {
    case .notRun: write("'\(cells[index].label)' has not run yet\n")
    case .failed(let failure):
      let text: ConsoleText = failure.kind == .interrupted ? "\(failure.text)" : "failed: \(failure.text)"
      write(screen.style.bad(text) + "\n")
    case .paused(let pause):
      write(screen.paused(cells[index], of: cells.count, at: pause.progress))
      let charts = comparison(of: index) ?? screen.charts(pause.result)
      write(screen.fitted(charts, beside: 5, whole: "p \(cells[index].label)"))
    case .finished(let result):
      let curves = comparison(of: index)
      write(screen.fitted(curves ?? screen.result(result), beside: 12, whole: "p \(cells[index].label)"))
    }
  }

  /// Prints a cell with what it left behind, a recorded series, or an example.
  func printThing(_ words: [String]) {
    if Self.isExample(words), !cells.contains(where: { $0.label == words[0] }) { return look(at: words) }
    guard let name = words.first else {
      let index = timeline.step > 0 ? timeline.position : timeline.position - 1
      if index >= 0 { printCell(index) } else { write("no cell has run yet\n") }
      return
    }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first, let index = cell(first) else { return }
    if parts.count == 2 { printSeries(parts[1], of: index) } else { printCell(index) }
  }

  private func printCell(_ index: Int) {
    switch report.cells[index] {
    case .finished(let result): write(screen.result(result).asLines)
    case .paused(let pause): write(screen.result(pause.result).asLines)
    case .notRun, .failed: show(index)
    }
    if let model = timeline.runner.session.models[cells[index].label] {
      let weights = timeline.runner.point.weights(of: cells[index].label) ?? model.parameters
      write(screen.text(.table(WeightTable.table(of: model, weights: weights))).asLines)
    }
    if let curves = comparison(of: index) { write(curves.asLines) }
  }

  /// The curves of a training as written and with what was tried; nil where nothing was tried.
  private func comparison(of index: Int) -> [ConsoleText]? {
    trials.comparison(of: index).map(screen.chart)
  }

  private func printSeries(_ name: String, of index: Int) {
    let series = timeline.series(of: index)
    guard let found = series.first(where: { $0.name == name }) else {
      let hint = Spelling.suggestion(for: name, among: series.map(\.name)).map { "; \($0)" } ?? ""
      write("'\(cells[index].label)' has recorded no '\(name)' by now\(hint)\n")
      return
    }
    let chart = Chart(
      title: "\(cells[index].label).\(name)", xLabel: found.unit.rawValue,
      yLabel: found.metric.title, series: [ChartSeries(name: name, points: found.points)])
    write(screen.chart(chart).asLines)
  }
}
