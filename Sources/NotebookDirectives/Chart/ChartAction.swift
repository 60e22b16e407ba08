import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Draws series that were recorded by then.
struct ChartAction: DirectAction {
  let title: String
  let lines: [ChartLine]
  let style: ChartStyle

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    var metrics: Set<String> = []
    var series: [ChartSeries] = []
    for line in lines {
      switch line {
      case .written(let written, _):
        series.append(written)
      case .recorded(let reference, let name, _):
        guard let recorded = session.series(reference) else {
          throw CellFailure("the series '\(reference.text)' was not recorded")
        }
        metrics.insert(recorded.metric.title)
        series.append(ChartSeries(name: name, points: recorded.points))
      }
    }
    let chart = Chart(
      title: title, xLabel: lines[0].unit.rawValue,
      yLabel: metrics.first.flatMap { metrics.count == 1 ? $0 : nil } ?? "value",
      series: series, style: style)
    return CellResult(outputs: [.chart(chart)])
  }
}
