import NotebookResults

/// What was measured during a training, as it is shown: curves, and what was measured only once as a table.
struct TrainingCurves {
  private let series: [RecordedSeries]

  /// Those of series that recorded anything.
  init(_ series: [RecordedSeries]) {
    self.series = series.filter { !$0.points.isEmpty }
  }

  var outputs: [CellOutput] {
    let groups = grouped { $0.unit == $1.unit && $0.metric == $1.metric }
    let curves = groups.filter { !$0.areOnePlace }
    let single = groups.filter(\.areOnePlace).flatMap { $0 }
    let tables = TrainingCurves(single).grouped { $0.unit == $1.unit && $0.points[0].x == $1.points[0].x }
    return curves.map(chart) + tables.map(table)
  }

  /// The series that are alike, together, in the order of the first of each.
  private func grouped(alike: (RecordedSeries, RecordedSeries) -> Bool) -> [[RecordedSeries]] {
    series.reduce(into: []) { groups, one in
      if let index = groups.firstIndex(where: { alike($0[0], one) }) {
        groups[index].append(one)
      } else {
        groups.append([one])
      }
    }
  }

  private func chart(_ group: [RecordedSeries]) -> CellOutput {
    .chart(
      Chart(
        title: title(of: group), xLabel: group[0].unit.rawValue, yLabel: group[0].metric.title,
        series: group.map { ChartSeries(name: $0.title, points: $0.points) }))
  }

  /// A row of numbers of one step or epoch.
  private func table(_ group: [RecordedSeries]) -> CellOutput {
    let (unit, place) = (group[0].unit.rawValue, group[0].points[0].x)
    return .table(
      Table(
        caption: "\(title(of: group)) by \(unit)", columns: [unit] + group.map(\.title),
        rows: [[.quantity(.count(place))] + group.map { .quantity($0.quantity($0.points[0].y)) }], hasRowHeaders: false)
    )
  }

  private func title(of group: [RecordedSeries]) -> String { group.map(\.title).joined(separator: ", ") }
}

extension [RecordedSeries] {
  /// Whether there is one place to draw them at, which is no curve.
  fileprivate var areOnePlace: Bool { Set(lazy.flatMap(\.points).map(\.x)).count == 1 }
}

extension RecordedSeries {
  /// The name in words.
  var title: String { name.split(separator: "_").joined(separator: " ") }
}
