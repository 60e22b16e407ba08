import NotebookPlanning
import NotebookResults

/// The tables of a sweep: what each group came to where that is no grid, and every point.
struct SweepTables {
  private let report: SweepReport
  private var sweep: Sweep { report.sweep }
  private var groups: [Sweep.Group] { sweep.groups }

  init(_ report: SweepReport) {
    self.report = report
  }

  var outputs: [CellOutput] {
    guard !sweep.numbers.isEmpty else { return [] }
    if sweep.parameters.isEmpty { return [.table(points)] }
    return ((sweep.grid == nil ? [list] : []) + (sweep.seedCount > 1 ? [points] : [])).map { .table($0) }
  }

  /// A row for each group.
  private var list: Table {
    var columns = sweep.parameters.map(\.name)
    let hasSpread = sweep.seedCount > 1
    if hasSpread { columns.append("seeds") }
    for number in sweep.numbers {
      columns += hasSpread ? ["mean \(number.title)", "standard deviation"] : [number.title]
    }
    if report.hasFailures, !hasSpread { columns.append("came to nothing") }
    let rows = groups.enumerated().map { place, group in
      var row = group.settings.map(\.value).map(Self.value)
      if hasSpread {
        row.append(.quantity(.count(group.points.count { report.hasEnded($0) && report.failure(of: $0) == nil })))
      }
      for index in sweep.numbers.indices {
        row.append(mean(index, of: place))
        if hasSpread { row.append(report.deviation(index, of: place)) }
      }
      if report.hasFailures, !hasSpread {
        row.append(report.failure(of: group.points.lowerBound).map { .text($0) } ?? .empty)
      }
      return row
    }
    return Table(caption: hasSpread ? "Over seeds" : "Each point", columns: columns, rows: rows)
  }

  /// The mean, shaded where it is the best.
  private func mean(_ number: Int, of group: Int) -> Table.Value {
    guard let mean = report.mean(number, of: group) else { return .empty }
    return report.best(number) == group ? .shaded(mean, weight: 1) : .quantity(mean)
  }

  /// A row for each point; of one group with what they come to below.
  private var points: Table {
    let columns = sweep.axes.map(\.name) + sweep.numbers.map(\.title) + (report.hasFailures ? ["came to nothing"] : [])
    let rows = Sweep.settings(of: sweep.axes).enumerated().map { point, settings -> [Table.Value] in
      let numbers = sweep.numbers.indices.map {
        report.number($0, of: point).map { .quantity($0) } ?? Table.Value.empty
      }
      let failure: [Table.Value] = [report.failure(of: point).map { .text($0) } ?? .empty]
      return settings.map { Self.value($0.value) } + numbers + (report.hasFailures ? failure : [])
    }
    guard groups.count == 1 else { return Table(caption: "Every point", columns: columns, rows: rows) }
    func row(_ name: String, _ value: (Int) -> Table.Value) -> [Table.Value] {
      [.text(name)] + sweep.axes.dropFirst().map { _ in .empty } + sweep.numbers.indices.map(value)
        + (report.hasFailures ? [.empty] : [])
    }
    let sums = [
      row("mean") { report.mean($0, of: 0).map { .quantity($0) } ?? .empty },
      row("standard deviation") { report.deviation($0, of: 0) },
    ]
    return Table(caption: "Every seed", columns: columns, rows: rows + sums)
  }

  /// A value of a parameter as it was written, a number among numbers.
  static func value(_ text: String) -> Table.Value {
    OptionReader.number(text).map { .quantity(.written(text, $0)) } ?? .text(text)
  }
}
