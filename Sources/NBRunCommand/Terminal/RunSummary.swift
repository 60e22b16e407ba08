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

  var text: String {
    let way = report.outcome == .interrupted && isKept ? ["the same command goes on from there"] : []
    return (misses + failures + ["\(file): \(verdict); page: \(page)"] + way).map { $0 + "\n" }.joined()
  }

  private var verdict: String {
    let finished = report.cells.count { if case .finished = $0 { true } else { false } }
    let share = "\(finished) of \(report.cells.count) cells ran"
    return switch report.outcome {
    case .succeeded where finished == 1 && report.cells.count == 1: "its one cell ran"
    case .succeeded where finished == report.cells.count: "all \(finished) cells ran"
    case .succeeded: share
    case .failed: "\(share), one failed"
    case .expectationFailed: "\(share), but not every expectation held"
    case .interrupted: "\(share), then it was interrupted"
    }
  }

  /// One line for each expectation and comparison that failed.
  private var misses: [String] {
    zip(report.header.cells, report.cells).flatMap { cell, state -> [String] in
      guard case .finished(let result) = state else { return [] }
      let expectations = result.expectations.filter { $0.outcome == .failed }.map {
        "\(file):\($0.position.line):\($0.position.column): expected \($0.text), measured \(QuantityText.text($0.measured))"
      }
      let comparisons = result.outputs.flatMap { output -> [String] in
        guard case .comparison(let comparison) = output else { return [] }
        return comparison.differing.map { row in
          let measured = row.measured.map(QuantityText.text) ?? "nothing"
          return "\(file):\(cell.line): \(row.subject) differs: measured \(measured)"
        }
      }
      return expectations + comparisons
    }
  }

  private var failures: [String] {
    zip(report.header.cells, report.cells).compactMap { cell, state in
      guard case .failed(let failure) = state else { return nil }
      return "\(file):\(cell.line): {\(cell.keyword)} '\(cell.label)': \(failure.text)"
    }
  }
}
