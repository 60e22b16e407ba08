import Foundation
import NotebookResults

/// What a command does as JSON objects, for programs that follow it: each object says what it tells of, and of which notebook.
enum ProgressJSON {
  private struct Line: Encodable {
    var event: String
    var file: String
    var cell: Int?
    var cells: Int?
    var directive: String?
    var label: String?
    var line: Int?
    var step: Int?
    var steps: Int?
    var loss: Double?
    var accuracy: Double?
    /// How much of each point that is under way is done, by its name.
    var points: [String: Double]?
    var fields: [String: Double]?
    var message: String?
    var title: String?
  }

  private struct End: Encodable {
    let event: String
    var file: String?
    var outcome: String?
    var page: String?
    let exitCode: Int32?

    enum CodingKeys: String, CodingKey {
      case event, file, outcome, page
      case exitCode = "exit_code"
    }
  }

  private struct Message: Encodable {
    let event = "message"
    let severity: String
    let message: String
    let file: String?
  }

  /// The object of an event, in one line.
  static func line(_ event: RunEvent, header: RunHeader, file: String) -> String {
    var line: Line
    switch event {
    case .runStarted(let header):
      line = Line(event: "run-started", file: file, cells: header.cells.count, title: header.title)
    case .cellStarted(let index):
      line = Line(event: "cell-started", file: file, cell: index)
    case .progress(let index, let progress):
      line = Line(
        event: "progress", file: file, cell: index, step: progress.step, steps: progress.totalSteps,
        loss: progress.loss.flatMap { $0.isFinite ? $0 : nil }, accuracy: progress.accuracy,
        points: progress.parts.isEmpty
          ? nil : Dictionary(progress.parts.map { ($0.name, $0.share) }) { first, _ in first })
    case .cellReused(let index, let steps):
      line = Line(event: "cell-reused", file: file, cell: index, step: steps)
    case .cellPaused(let index, let pause):
      line = Line(
        event: "cell-paused", file: file, cell: index, step: pause.progress.step, steps: pause.progress.totalSteps,
        message: pause.phrase)
    case .cellFinished(let index, let result):
      let fields = result.fields.filter { $0.quantity.number.isFinite }.map { ($0.name, $0.quantity.number) }
      line = Line(
        event: "cell-finished", file: file, cell: index, fields: Dictionary(fields) { first, _ in first })
    case .cellFailed(let index, let failure):
      line = Line(event: "cell-failed", file: file, cell: index, message: failure.message)
    }
    if let index = line.cell, let cell = header.cell(index) {
      (line.label, line.directive, line.line) = (cell.label, cell.keyword, cell.line)
      line.cell = index + 1
    }
    return encoded(line)
  }

  /// The end of a notebook: what became of it, where its page is, and what the command would end with were it the only one.
  static func end(_ record: RunRecord) -> String {
    encoded(
      End(
        event: "run-finished", file: record.file, outcome: record.outcome, page: record.page,
        exitCode: record.exitCode))
  }

  /// The end of the command.
  static func end(exitCode: Int32) -> String {
    encoded(End(event: "finished", exitCode: exitCode))
  }

  static func message(_ text: String, severity: String, file: String?) -> String {
    encoded(Message(severity: severity, message: text, file: file))
  }

  /// An object in one line; every number in it is finite, since JSON writes no other.
  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
