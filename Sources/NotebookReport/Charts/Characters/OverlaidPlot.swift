import NotebookResults
import NotebookSyntax

/// All series of a chart over one another, each in its own signs, named at the ends of their lines where there is room and below otherwise.
struct OverlaidPlot {
  let lines: [InkedLine]
  /// Whether lines cross so often that each needs a plot of its own.
  let isTangled: Bool

  init(_ contents: ChartContents, of chart: Chart, width: Int, height: Int, in words: DrawingPhrases.Lines) {
    let values = contents.valueAxis(height: height)
    let attempt =
      Attempt(contents, chart, values, width: width, naming: .name)
      ?? Attempt(contents, chart, values, width: width, naming: .signsAndName)
      ?? Attempt(unnamed: contents, values, width: width)
    isTangled = LineTangle.isTangled(attempt.plotted, on: attempt.canvas)

    var lines = chart.yLabel.isEmpty ? [] : [InkedLine(attempt.frame.head(VisibleText.escaping(chart.yLabel)))]
    for row in 0..<values.rows {
      var line = InkedLine(attempt.frame.leading(row: row))
      attempt.canvas.write(row: row, to: &line, isInked: chart.series.count > 1)
      if let index = attempt.ends?.series[row] {
        line.append(" ")
        line.append(attempt.names[index], ink: chart.series.count > 1 ? index : nil)
      }
      lines.append(line)
    }
    lines += ([attempt.frame.rule] + attempt.frame.foot(VisibleText.escaping(chart.xLabel))).map { InkedLine($0) }
    lines +=
      ChartLegend(
        chart, plotted: attempt.plotted, named: attempt.ends != nil, canvas: attempt.canvas, width: width, in: words
      ).lines
    self.lines = lines
  }

  private enum Naming {
    case name
    case signsAndName
  }

  /// A plot that leaves some room for names.
  private struct Attempt {
    let frame: PlotFrame
    let plotted: [PlottedSeries]
    let canvas: ChartCanvas
    let ends: LineEnds?
    let names: [String]

    /// Nil where names have no room at the ends of the lines.
    init?(_ contents: ChartContents, _ chart: Chart, _ values: ValueAxis, width: Int, naming: Naming) {
      guard chart.series.count <= values.rows else { return nil }
      names = chart.series.enumerated().map { index, series in
        let name = SeriesName(series, in: chart)
        if chart.series.count == 1, [chart.title, chart.yLabel].contains(series.name) { return name.last ?? "" }
        return naming == .name ? name.text : "\(LineShape.of(index).sample) \(name.text)"
      }
      let widest = names.map { TextWidth.columns($0) }.max() ?? 0
      guard widest <= width / 3 else { return nil }
      frame = PlotFrame(contents, values: values, width: width, reserved: widest + 1)
      plotted = contents.plotted(steps: frame.steps, values: values)
      canvas = ChartCanvas(plotted, rows: values.rows, columns: frame.steps.columns)
      guard let ends = LineEnds(plotted, on: canvas, isExact: naming == .name) else { return nil }
      self.ends = ends
    }

    init(unnamed contents: ChartContents, _ values: ValueAxis, width: Int) {
      frame = PlotFrame(contents, values: values, width: width, reserved: 0)
      plotted = contents.plotted(steps: frame.steps, values: values)
      canvas = ChartCanvas(plotted, rows: values.rows, columns: frame.steps.columns)
      ends = nil
      names = []
    }
  }
}
