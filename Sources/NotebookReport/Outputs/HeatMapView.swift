import NotebookResults

/// A heat map with its numbers folded below it.
struct HeatMapView: HTMLComponent {
  let map: HeatMap
  let form: ChartForm
  let mark: ExhibitMark
  let phrases: Phrases

  private var words: DrawingPhrases.HeatMap { phrases.drawing.heatMap }

  var body: [HTMLNode] {
    DrawingView(
      title: map.title, summary: HeatMapSummary.text(map, in: words), form: form, mark: mark, phrases: phrases,
      drawing: { HeatMapPlot(map, width: $0, in: words).lines }, picture: HeatMapSVG(map: map).body,
      numbers: TableView(table: HeatMapTable.table(of: map, in: words), mark: .none, isTitled: false).body)
  }
}
