import NotebookResults

/// A chart in characters with its main facts in words and the numbers behind it.
struct ChartView: HTMLComponent {
  let chart: Chart

  var body: [HTMLNode] {
    element("div", ["class": "chart"]) {
      element("figure", ["role": "img", "aria-label": ChartSummary.text(chart)]) {
        element("figcaption", ["aria-hidden": "true"]) { chart.title }
        element("pre", ["aria-hidden": "true"]) { AsciiChart(chart).text }
      }
      element("details") {
        element("summary") { "The numbers of this chart" }
        ChartNumbers(chart: chart)
      }
    }
  }
}
