import NotebookResults

/// One output of a cell.
struct OutputView: HTMLComponent {
  let output: CellOutput
  let mark: ExhibitMark
  let charts: ChartForm
  /// Whether a chart's numbers stand under it, and not in a table of their own.
  let showsNumbers: Bool
  /// Whether a long table is folded, as one of several of a cell.
  let foldsTables: Bool
  let phrases: Phrases
  /// The language of what cells say, where it is not that of the page.
  let language: String?

  var body: [HTMLNode] {
    switch output {
    case .table(let table): inItsLanguage(self.table(table))
    case .chart(let chart):
      ChartView(chart: chart, form: charts, mark: mark, showsNumbers: showsNumbers, phrases: phrases)
    case .bars(let chart): BarChartView(chart: chart, form: charts, mark: mark, phrases: phrases)
    case .heatMap(let map): HeatMapView(map: map, form: charts, mark: mark, phrases: phrases)
    case .pictures(let strip): PicturesView(strip: strip, mark: mark, phrases: phrases.drawing)
    case .comparison(let comparison): ComparisonView(comparison: comparison, mark: mark, phrases: phrases.comparison)
    case .passage(let passage): PassageView(passage: passage, mark: mark)
    case .note(let text): element("p", ["class": "note", "lang": language]) { text }
    }
  }

  /// One that is shaded is read at a glance, and stays open.
  private func table(_ table: Table) -> [HTMLNode] {
    foldsTables && !table.isShaded
      ? PointTableView(table: table, mark: mark, rows: phrases.rows, longestOpen: Self.longestOfSeveral).body
      : TableView(table: table, mark: mark).body
  }

  private static let longestOfSeveral = 8

  private func inItsLanguage(_ nodes: [HTMLNode]) -> [HTMLNode] {
    language.map { [element("div", ["lang": $0]) { nodes }] } ?? nodes
  }
}

extension Table {
  fileprivate var isShaded: Bool {
    rows.contains { row in row.contains { if case .shaded = $0 { true } else { false } } }
  }
}
