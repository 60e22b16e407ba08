import NotebookResults

/// The figures and tables of a page, counted in its order as far as it has run.
struct ExhibitNumbers {
  private var byAnchor: [String: ExhibitNumber] = [:]
  private var firstOfCell: [String: ExhibitNumber] = [:]
  private var pointTables: [String: [Table]] = [:]
  private var counts: [ExhibitNumber.Kind: Int] = [:]
  private let phrases: Phrases

  init(_ report: RunReport) {
    phrases = Phrases.of(report.header.language)
    for cell in report.header.cells {
      guard let result = report.cells[cell.index].shownResult else { continue }
      for (index, output) in result.outputs.enumerated() {
        if let kind = output.exhibitKind { take(kind, at: Anchor.output(index, of: cell.label), label: cell.label) }
      }
      let tables = PointTable.tables(of: result).map { $0.translated(by: phrases.words) }
      pointTables[cell.label] = tables
      for index in tables.indices {
        take(.table, at: Anchor.numbers(index, of: cell.label), label: cell.label)
      }
    }
  }

  /// The number of what stands at a place of the page.
  subscript(anchor: String) -> ExhibitNumber? { byAnchor[anchor] }

  /// The tables of what a cell has measured and drawn.
  func tables(of label: String) -> [Table] { pointTables[label] ?? [] }

  /// The number of what a link leads to: a figure or table, or the first of a cell.
  func cited(_ target: String) -> ExhibitNumber? { byAnchor[target] ?? firstOfCell[target] }

  private mutating func take(_ kind: ExhibitNumber.Kind, at anchor: String, label: String) {
    counts[kind, default: 0] += 1
    let count = counts[kind] ?? 1
    let number = ExhibitNumber(kind: kind, number: count, text: phrases.text(kind, count))
    byAnchor[anchor] = number
    if firstOfCell[label] == nil { firstOfCell[label] = number }
  }
}

extension RunReport.CellState {
  /// What the page shows of a cell that ran, or began to.
  var shownResult: CellResult? {
    switch self {
    case .finished(let result): result
    case .paused(let pause): pause.result
    case .failed, .notRun: nil
    }
  }
}

extension CellOutput {
  fileprivate var exhibitKind: ExhibitNumber.Kind? {
    switch self {
    case .table, .comparison: .table
    case .chart, .bars, .heatMap, .pictures, .passage: .figure
    case .note: nil
    }
  }
}
