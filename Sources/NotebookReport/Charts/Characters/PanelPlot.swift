import NotebookResults
import NotebookSyntax

/// A strip for each series, one below the other over common axes.
struct PanelPlot {
  let lines: [InkedLine]

  /// Nil where so many strips do not fit.
  ///
  /// - Parameters:
  ///   - contents: What is drawn.
  ///   - chart: The chart that it is of.
  ///   - width: Columns that a line may have.
  ///   - height: Rows that all strips may have together, with what stands between them; nil: as many as they need.
  ///   - words: The language.
  init?(_ contents: ChartContents, of chart: Chart, width: Int, height: Int?, in words: DrawingPhrases.Lines) {
    let count = chart.series.count
    var rows = chart.style.rows ?? min(max(Self.usualRows / count, Self.fewestRows), Self.mostRows)
    if let height { rows = min(rows, height / count - Self.around) }
    guard rows >= Self.fewestRows - 1 else { return nil }

    let values = contents.valueAxis(height: min(rows, PlotSize.mostRows))
    let frame = PlotFrame(contents, values: values, width: width, reserved: 0)
    let plotted = contents.plotted(steps: frame.steps, values: values)
    var lines = chart.yLabel.isEmpty ? [] : [InkedLine(frame.head(VisibleText.escaping(chart.yLabel)))]
    for (series, plotted) in zip(chart.series, plotted) {
      let indent = String(repeating: " ", count: frame.margin + 3)
      lines += TextWidth.pieces(SeriesName(series, in: chart).text, columns: max(8, width - indent.count)).map {
        InkedLine(indent + $0)
      }
      let canvas = ChartCanvas([plotted], rows: values.rows, columns: frame.steps.columns)
      for row in 0..<values.rows {
        var line = InkedLine(frame.leading(row: row))
        canvas.write(row: row, to: &line, isInked: false)
        lines.append(line)
      }
      lines.append(InkedLine(frame.rule))
    }
    lines += frame.foot(VisibleText.escaping(chart.xLabel)).map { InkedLine($0) }
    lines += ChartLegend(chart, plotted: plotted, named: true, canvas: nil, width: width, in: words).lines
    self.lines = lines
  }

  /// Rows of all strips together, and the fewest and the most of one.
  private static let (usualRows, fewestRows, mostRows) = (30, 4, 9)
  /// Lines of a strip that are no rows of its plot.
  private static let around = 2
}
