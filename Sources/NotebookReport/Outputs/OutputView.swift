import NotebookResults

/// One output of a cell.
struct OutputView: HTMLComponent {
  let output: CellOutput
  let anchor: String
  let charts: ChartForm

  var body: [HTMLNode] {
    switch output {
    case .table(let table): TableView(table: table)
    case .chart(let chart): ChartView(chart: chart, form: charts)
    case .pictures(let strip): PicturesView(strip: strip)
    case .comparison(let comparison): ComparisonView(comparison: comparison, anchor: anchor)
    case .passage(let passage): PassageView(passage: passage)
    case .note(let text): element("p", ["class": "note"]) { text }
    }
  }
}
