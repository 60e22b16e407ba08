import NotebookResults

/// Every point of a chart: a table when there are few, a list in narrow columns for each series otherwise.
struct ChartNumbers: HTMLComponent {
  let chart: Chart

  private static let longestTable = 24

  var body: [HTMLNode] {
    let steps = Set(chart.series.flatMap { $0.points.map(\.x) }).sorted()
    if steps.count <= Self.longestTable {
      table(steps)
    } else {
      for series in chart.series { Self.list(series, xLabel: chart.xLabel) }
    }
  }

  private func table(_ steps: [Int]) -> TableView {
    let rows = steps.map { step in
      [Table.Value.quantity(.count(step))]
        + chart.series.map { series in
          series.points.last { $0.x == step }.map { .quantity(.real($0.y)) } ?? .empty
        }
    }
    return TableView(table: Table(caption: chart.title, columns: [chart.xLabel] + chart.series.map(\.name), rows: rows))
  }

  private static func list(_ series: ChartSeries, xLabel: String) -> [HTMLNode] {
    [
      element("p", ["class": "points-name"]) { "\(series.name), by \(xLabel)" },
      element("dl", ["class": "points"]) {
        for point in series.points {
          element("div") {
            element("dt") { DecimalText.grouped(point.x) }
            element("dd") { QuantityText.real(point.y) }
          }
        }
      },
    ]
  }
}
