import NotebookResults

/// One output of a cell.
struct OutputView: HTMLComponent {
  let output: CellOutput
  let mark: ExhibitMark
  let charts: ChartForm
  /// Whether a chart's numbers stand under it, and not in a table of their own.
  let showsNumbers: Bool
  /// The language of what cells say, where it is not that of the page.
  let language: String?

  var body: [HTMLNode] {
    switch output {
    case .table(let table): inItsLanguage(TableView(table: table, mark: mark).body)
    case .chart(let chart): ChartView(chart: chart, form: charts, mark: mark, showsNumbers: showsNumbers)
    case .bars(let chart): BarChartView(chart: chart, form: charts, mark: mark)
    case .heatMap(let map): HeatMapView(map: map, form: charts, mark: mark)
    case .pictures(let strip): PicturesView(strip: strip, mark: mark)
    case .comparison(let comparison): ComparisonView(comparison: comparison, mark: mark)
    case .passage(let passage): PassageView(passage: passage, mark: mark)
    case .note(let text): element("p", ["class": "note", "lang": language]) { text }
    }
  }

  private func inItsLanguage(_ nodes: [HTMLNode]) -> [HTMLNode] {
    language.map { [element("div", ["lang": $0]) { nodes }] } ?? nodes
  }
}
