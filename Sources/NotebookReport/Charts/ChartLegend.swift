import NotebookResults

/// The lines below a chart that say what its characters stand for and what it leaves out.
struct ChartLegend {
  let lines: [String]

  init(_ series: [ChartSeries], plotted: [PlottedSeries], hasMeetings: Bool) {
    var lines: [String] = []
    for (index, (series, plotted)) in zip(series, plotted).enumerated() {
      lines.append("  \(ChartCanvas.mark(index)) \(series.name)\(Self.omissions(plotted))")
    }
    if hasMeetings { lines.append("  \(ChartCanvas.meeting) where series meet") }
    let most = plotted.map(\.mostPerColumn).max() ?? 0
    if most > 1 { lines.append("  each mark is the mean of up to \(most) points") }
    self.lines = lines
  }

  private static func omissions(_ plotted: PlottedSeries) -> String {
    var remarks: [String] = []
    if plotted.unplottable > 0 { remarks.append("\(count(plotted.unplottable)) not finite, left out") }
    if plotted.outside > 0 { remarks.append("\(count(plotted.outside)) beyond the axis") }
    if plotted.marks.isEmpty, remarks.isEmpty { remarks.append("no points") }
    return remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
  }

  private static func count(_ points: Int) -> String { points == 1 ? "1 point" : "\(points) points" }
}
