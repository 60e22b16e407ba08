import NotebookResults

/// What became of one notebook of a command, for what tells programs of it.
struct RunRecord {
  let file: String
  /// What is wrong with it, or why it could not be read, a line each.
  let problems: [String]
  /// Whether it could not be run.
  let isWrong: Bool
  /// How it went; nil when it did not run.
  var report: RunReport?
  /// Where its page is; nil when there is none.
  var page: String?
  /// How long its cells took, as far as somebody looked.
  var times = CellTimes()
  /// What the command would have ended with, had this been its only notebook; nil when it did not come to it.
  var exitCode: Int32?

  /// The cells with what became of them.
  var cells: [(header: RunHeader.CellHeader, state: RunReport.CellState)] {
    report.map { Array(zip($0.header.cells, $0.cells)).map { (header: $0, state: $1) } } ?? []
  }

  /// What became of it, in a word for programs.
  var outcome: String {
    switch report?.outcome {
    case nil: isWrong ? "wrong" : "not run"
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .expectationFailed: "expectation failed"
    case .interrupted: "interrupted"
    }
  }
}

extension CellResult {
  /// Every row of every comparison that the cell shows.
  var comparisonRows: [Comparison.Row] {
    outputs.flatMap { if case .comparison(let comparison) = $0 { comparison.rows } else { [] as [Comparison.Row] } }
  }
}
