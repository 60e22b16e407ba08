import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// What a sweep over two parameters shows: of each number the means as a heat map, and over seeds how far they spread.
struct SweepGrids {
  private let report: SweepReport
  private var sweep: Sweep { report.sweep }

  init(_ report: SweepReport) {
    self.report = report
  }

  /// Nothing where other than two parameters take several values.
  var outputs: [CellOutput] {
    guard let grid = sweep.grid else { return [] }
    let hasSpread = sweep.seedCount > 1
    return sweep.numbers.indices.flatMap { number -> [CellOutput] in
      [.heatMap(means(number, grid))] + (hasSpread ? [.table(deviations(number, grid))] : [])
    }
  }

  private func means(_ number: Int, _ grid: Sweep.Grid) -> HeatMap {
    let title = sweep.numbers[number].title + (sweep.seedCount > 1 ? ", the mean over seeds" : "")
    return HeatMap(
      title: title.capitalizedFirst, rowLabel: grid.down.name, columnLabel: grid.across.name, rows: grid.down.values,
      columns: grid.across.values, cells: grid.groups.map { $0.map { cell(number, of: $0) } },
      isLargerBetter: sweep.numbers[number].isLargerBetter)
  }

  private func cell(_ number: Int, of group: Int) -> HeatMap.Cell {
    if let mean = report.mean(number, of: group) { return .quantity(mean) }
    return sweep.groups[group].points.allSatisfy(report.hasEnded) ? .failed : .missing
  }

  private func deviations(_ number: Int, _ grid: Sweep.Grid) -> Table {
    let rows = zip(grid.down.values, grid.groups).map { name, groups in
      [SweepTables.value(name)] + groups.map { report.deviation(number, of: $0) }
    }
    return Table(
      caption: "Standard deviation of \(sweep.numbers[number].title) over \(sweep.seedCount) seeds: "
        + "\(grid.down.name) down, \(grid.across.name) across",
      columns: [grid.down.name] + grid.across.values, rows: rows)
  }
}
