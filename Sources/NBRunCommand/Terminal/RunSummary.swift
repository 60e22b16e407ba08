import NotebookReport
import NotebookResults
import NotebookSyntax

/// What a run came to, in a few lines for the terminal.
struct RunSummary {
  let report: RunReport
  let file: String
  let page: String
  /// Whether the next run finds what this one did.
  let isKept: Bool
  /// The limit that ended it, as the user wrote it; nil when none did.
  let limit: String?

  var text: ConsoleText {
    let way: [ConsoleText] = report.outcome == .interrupted && isKept ? ["the same command goes on from there"] : []
    return (misses + failures + ["\(file): \(verdict); page: \(page)"] + way).asLines
  }

  private var verdict: String {
    let finished = report.cells.count { if case .finished = $0 { true } else { false } }
    let share = "\(finished) of \(report.cells.count) cells ran"
    return switch report.outcome {
    case .succeeded where finished == 1 && report.cells.count == 1: "its one cell ran"
    case .succeeded where finished == report.cells.count: "all \(finished) cells ran"
    case .succeeded: share
    case .failed: "\(share), one failed"
    case .expectationFailed: "\(share), but not all numbers are as expected"
    case .interrupted:
      limit.map { "\(share), then the \($0) of --time-limit were over" } ?? "\(share), then it was interrupted"
    }
  }

  /// One line for each expectation and comparison that failed.
  private var misses: [ConsoleText] {
    zip(report.header.cells, report.cells).flatMap { cell, state -> [ConsoleText] in
      guard case .finished(let result) = state else { return [] }
      let expectations = result.expectations.filter { $0.outcome == .failed }.map { expectation -> ConsoleText in
        "\(file):\(expectation.position.line):\(expectation.position.column): expected \(expectation.text), measured \(QuantityText.text(expectation.measured))"
      }
      let comparisons = result.outputs.flatMap { output -> [ConsoleText] in
        guard case .comparison(let comparison) = output else { return [] }
        return comparison.differing.map { row -> ConsoleText in
          let measured = row.measured.map(QuantityText.text) ?? "nothing"
          return "\(file):\(cell.line): \(row.subject) differs: measured \(measured)"
        }
      }
      return expectations + comparisons
    }
  }

  private var failures: [ConsoleText] {
    zip(report.header.cells, report.cells).compactMap { cell, state -> ConsoleText? in
      guard case .failed(let failure) = state else { return nil }
      return "\(file):\(cell.line): {\(cell.keyword)} '\(cell.label)': \(failure.text)"
    }
  }
}
