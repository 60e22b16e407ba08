import Foundation
import NotebookResults

/// Events as JSON objects, for programs that follow a run.
enum ProgressJSON {
  private struct Line: Encodable {
    var event: String
    var cell: Int?
    var cells: Int?
    var directive: String?
    var label: String?
    var line: Int?
    var step: Int?
    var steps: Int?
    var loss: Double?
    var accuracy: Double?
    var fields: [String: Double]?
    var message: String?
    var title: String?
  }

  /// The object of an event, in one line.
  static func line(_ event: RunEvent, header: RunHeader) -> String? {
    var line: Line
    switch event {
    case .runStarted(let header):
      line = Line(event: "run-started", cells: header.cells.count, title: header.title)
    case .cellStarted(let index):
      line = Line(event: "cell-started", cell: index)
    case .progress(let index, let progress):
      line = Line(
        event: "progress", cell: index, step: progress.step, steps: progress.totalSteps, loss: progress.loss,
        accuracy: progress.accuracy)
    case .cellReused(let index, let steps):
      line = Line(event: "cell-reused", cell: index, step: steps)
    case .cellPaused(let index, let pause):
      line = Line(
        event: "cell-paused", cell: index, step: pause.progress.step, steps: pause.progress.totalSteps,
        message: pause.phrase)
    case .cellFinished(let index, let result):
      let fields = result.fields.filter { $0.quantity.number.isFinite }.map { ($0.name, $0.quantity.number) }
      line = Line(event: "cell-finished", cell: index, fields: Dictionary(fields) { first, _ in first })
    case .cellFailed(let index, let failure):
      line = Line(event: "cell-failed", cell: index, message: failure.message)
    }
    if let index = line.cell, let cell = header.cell(index) {
      (line.label, line.directive, line.line) = (cell.label, cell.keyword, cell.line)
      line.cell = index + 1
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) }
  }
}
