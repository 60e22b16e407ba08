import NotebookResults

/// Every point of a chart: a table when there are few, narrow columns of lines otherwise.
struct ChartNumbers: HTMLComponent {
  let chart: Chart

  private static let longestTable = 12
  /// Columns that a line of numbers may have, so that it fits a narrow page.
  private static let widestLine = 38
  /// The widths that the style sheet has for columns of lines.
  private static let columnWidths = [12, 18, 24, 31, widestLine]

  var body: [HTMLNode] {
    if Set(chart.series.lazy.flatMap(\.points).map(\.x)).count <= Self.longestTable {
      table
    } else {
      for group in groups { list(group) }
    }
  }

  private var table: TableView {
    let table = PointTable.table(of: chart.series, caption: chart.title, by: chart.xLabel, hasRowHeaders: true)
    return TableView(table: table, mark: .none, isTitled: false)
  }

  /// Series that were recorded at the same places and whose numbers fit a line.
  private var groups: [PointList] {
    chart.series.reduce(into: []) { groups, series in
      let list = PointList(series)
      if let last = groups.last, let joined = last.joined(with: list), joined.width <= Self.widestLine {
        groups[groups.count - 1] = joined
      } else {
        groups.append(list)
      }
    }
  }

  @HTMLBuilder private func list(_ list: PointList) -> [HTMLNode] {
    element("p", ["class": "points-name"]) { ([chart.xLabel] + list.names).joined(separator: ", ") }
    element("pre", ["class": "points p\(Self.columnWidths.first { $0 >= list.width } ?? Self.widestLine)"]) {
      list.lines.joined(separator: "\n")
    }
  }
}
