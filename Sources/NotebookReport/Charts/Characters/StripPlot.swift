import NotebookResults
import NotebookSyntax

/// A line of shades for each series, over a common axis.
struct StripPlot {
  let lines: [InkedLine]

  init(_ contents: ChartContents, of chart: Chart, width: Int, in words: DrawingPhrases.Lines) {
    let names = RowNames(chart.series.map(\.name), atMost: width / 3)
    let values = contents.shadeAxis
    let steps = StepAxis(steps: contents.steps, columns: max(12, width - names.margin - 1), margin: names.margin)
    let plotted = contents.plotted(steps: steps, values: values)
    var lines = chart.yLabel.isEmpty ? [] : [VisibleText.escaping(chart.yLabel)]
    for (index, plotted) in plotted.enumerated() {
      lines += names.above(index, width: width)
      var signs = Array(repeating: Character(" "), count: steps.columns)
      plotted.forEachPlace { signs[$0] = ShadeRamp.signs[ShadeRamp.level(1 - $1)] }
      lines.append(names.leading(index) + "|" + String(signs))
    }
    let ruler = PlotRuler(ticks: steps.ticks, columns: steps.columns, margin: names.margin)
    lines += [ruler.rule] + ruler.foot(VisibleText.escaping(chart.xLabel))
    let ends = (faint: contents.values.lowerBound, dark: contents.values.upperBound)
    lines += ShadeLegend.lines(ends, QuantityText.real, width: width)
    self.lines =
      lines.map { InkedLine($0) }
      + ChartLegend(chart, plotted: plotted, named: true, canvas: nil, width: width, in: words).lines
  }
}
