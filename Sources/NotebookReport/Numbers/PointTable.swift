package import NotebookResults

/// The numbers of charts over one axis as a table: a row for each step or epoch at which anything was measured, a column for each series.
package enum PointTable {
  /// A table that has more places than so many for each number is one for each series instead.
  private static let mostPlaces = 8

  /// The tables of what a cell has measured and drawn itself, as a rule one for each unit of its charts.
  package static func tables(of result: CellResult) -> [Table] {
    guard !result.series.isEmpty else { return [] }
    var groups: [[Chart]] = []
    for case .chart(let chart) in result.outputs {
      let index = groups.firstIndex { $0[0].xLabel == chart.xLabel }
      if let index { groups[index].append(chart) } else { groups.append([chart]) }
    }
    return groups.flatMap(tables)
  }

  /// The tables of charts that have the x axis of the first.
  static func tables(of charts: [Chart]) -> [Table] {
    let series = named(charts)
    let unit = charts.first?.xLabel ?? ""
    let rows = Set(series.lazy.flatMap(\.points).map(\.x)).count
    if rows * series.count > mostPlaces * series.reduce(0, { $0 + $1.points.count }) {
      return series.map { table(of: [$0], caption: "\($0.name) by \(unit)", by: unit) }
    }
    return [table(of: series, caption: "\(charts.map(\.title).joined(separator: ", ")) by \(unit)", by: unit)]
  }

  /// All series of charts; where two have one name, each after its chart.
  private static func named(_ charts: [Chart]) -> [ChartSeries] {
    let series = charts.flatMap(\.series)
    guard Set(series.map(\.name)).count < series.count else { return series }
    return charts.flatMap { chart in
      chart.series.map { ChartSeries(name: "\(chart.title), \($0.name)", points: $0.points) }
    }
  }

  /// One table of series over an axis; where a series has two points at a place, the later one counts.
  static func table(
    of series: [ChartSeries], caption: String, by unit: String, hasRowHeaders: Bool = false
  ) -> Table {
    var cells: [Int: [Table.Value]] = [:]
    for (column, one) in series.enumerated() {
      for point in one.points {
        cells[point.x, default: Array(repeating: .empty, count: series.count)][column] = .quantity(.real(point.y))
      }
    }
    let rows = cells.sorted { $0.key < $1.key }.map { [.quantity(.count($0.key))] + $0.value }
    return Table(
      caption: caption, columns: [unit] + series.map(\.name), rows: rows, hasRowHeaders: hasRowHeaders)
  }
}
