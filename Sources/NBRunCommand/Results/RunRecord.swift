import NotebookResults

/// What became of one notebook of a run, for the files that tell programs of it.
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

  /// The cells with what became of them.
  var cells: [(header: RunHeader.CellHeader, state: RunReport.CellState)] {
    report.map { Array(zip($0.header.cells, $0.cells)).map { (header: $0, state: $1) } } ?? []
  }
}

extension CellResult {
  /// Every row of every comparison that the cell shows.
  var comparisonRows: [Comparison.Row] {
    outputs.flatMap { if case .comparison(let comparison) = $0 { comparison.rows } else { [] as [Comparison.Row] } }
  }
}
