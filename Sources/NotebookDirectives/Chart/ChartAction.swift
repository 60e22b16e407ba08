import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Draws series that were recorded by then.
struct ChartAction: DirectAction {
  let title: String
  let lines: [ChartLine]
  let yRange: ClosedRange<Double>?

  var meaning: CellMeaning {
    var meaning = CellMeaning([
      CellMeaning.Setting("title", title), CellMeaning.Setting("y_range", yRange.map { "\($0)" } ?? "as needed"),
    ])
    for (index, line) in lines.enumerated() {
      meaning.settings.append(CellMeaning.Setting("series \(index + 1)", line.phrase))
      if case .recorded(let reference, _, _) = line { meaning.reads.append(reference.label) }
    }
    return meaning
  }

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    var isAccuracy = false
    var series: [ChartSeries] = []
    for line in lines {
      switch line {
      case .written(let written, _):
        series.append(written)
      case .recorded(let reference, let name, _):
        guard let recorded = session.series(reference) else {
          throw CellFailure("the series '\(reference.text)' was not recorded")
        }
        isAccuracy = isAccuracy || recorded.isAccuracy
        series.append(ChartSeries(name: name, points: recorded.points))
      }
    }
    let chart = Chart(
      title: title, xLabel: lines[0].unit.rawValue, yLabel: isAccuracy ? "accuracy" : "value", series: series,
      yRange: yRange)
    return CellResult(outputs: [.chart(chart)])
  }
}

extension ChartLine {
  /// What is drawn, without the label of what is read.
  fileprivate var phrase: String {
    switch self {
    case .recorded(let reference, let name, let unit): "\(reference.field) by \(unit.rawValue) as \(name)"
    case .written(let series, let unit):
      "\(series.points.map { "\($0.x): \($0.y)" }.joined(separator: ", ")) by \(unit.rawValue) as \(series.name)"
    }
  }
}
