import NotebookResults

/// A chart in characters, drawn for wide and for narrow pages, or as SVG, with its main facts in words and the numbers behind it.
struct ChartView: HTMLComponent {
  let chart: Chart
  let form: ChartForm
  let mark: ExhibitMark
  /// Whether its numbers are folded below it, and not in a table of their own.
  let showsNumbers: Bool

  var body: [HTMLNode] {
    element("figure", ["class": "chart", "id": mark.anchor]) {
      element("figcaption") { mark.caption(chart.title) }
      element("div", ["role": "img", "aria-label": ChartSummary.text(chart)]) {
        if form != .svg { drawings }
        if form != .text { ChartSVG(chart: chart) }
      }
      if showsNumbers || form == .svg {
        element("details") {
          element("summary") { showsNumbers ? "The numbers of this chart" : "This chart in characters" }
          if form == .svg { drawings }
          if showsNumbers { ChartNumbers(chart: chart) }
        }
      }
    }
  }

  private var drawings: [HTMLNode] {
    [drawing(AsciiChart(chart), name: "wide"), drawing(AsciiChart(chart, width: PlotSize.phone), name: "narrow")]
  }

  private func drawing(_ drawing: AsciiChart, name: String) -> HTMLNode {
    element("pre", ["class": name, "aria-hidden": "true"]) {
      for (number, line) in drawing.drawing.enumerated() {
        if number > 0 { "\n" }
        for piece in line.pieces {
          if let ink = piece.ink {
            element("b", ["class": ChartInk.name(of: ink)]) { piece.text }
          } else {
            piece.text
          }
        }
      }
    }
  }
}
