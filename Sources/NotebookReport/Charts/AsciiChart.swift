package import NotebookResults

/// A chart drawn in plain ASCII characters: axes with round ticks, a mark for each series, and a legend.
package struct AsciiChart {
  /// Without the chart's title, which stands above or beside it; no line ends in spaces.
  package let lines: [String]

  package var text: String { lines.joined(separator: "\n") }

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - chart: What to draw.
  ///   - width: Characters a line of the plot may have; long names in the legend may pass it.
  ///   - height: Rows the plot may have, without the x axis and the legend.
  package init(_ chart: Chart, width: Int = 72, height: Int = 18) {
    let points = chart.series.flatMap(\.points)
    let drawable = points.filter { ValueAxis.canShow($0.y) }
    guard let first = drawable.first else {
      lines = ["(nothing to draw: \(points.isEmpty ? "no points" : "no point is a finite number"))"]
      return
    }
    let values = drawable.reduce(first.y...first.y) { min($0.lowerBound, $1.y)...max($0.upperBound, $1.y) }
    let steps = drawable.reduce(first.x...first.x) { min($0.lowerBound, $1.x)...max($0.upperBound, $1.x) }
    let valueAxis = Self.valueAxis(asked: chart.yRange, needed: values, height: max(3, height))
    let margin = valueAxis.ticks.map(\.label.count).max() ?? 0
    let stepAxis = StepAxis(steps: steps, columns: max(12, width - margin - 2), margin: margin)
    let plotted = chart.series.map { PlottedSeries($0, steps: stepAxis, values: valueAxis) }
    let canvas = ChartCanvas(plotted, rows: valueAxis.rows, columns: stepAxis.columns)

    var lines = chart.yLabel.isEmpty ? [] : [Self.pad(chart.yLabel, to: margin)]
    for row in 0..<valueAxis.rows {
      let tick = valueAxis.ticks.first { $0.row == row }
      lines.append(Self.pad(tick?.label ?? "", to: margin) + (tick == nil ? " |" : " +") + canvas.text(row: row))
    }
    lines += Self.axis(stepAxis, label: chart.xLabel, margin: margin)
    lines += ChartLegend(chart.series, plotted: plotted, hasMeetings: canvas.hasMeetings).lines
    self.lines = lines.map(Self.trimmed)
  }

  private static func valueAxis(
    asked: ClosedRange<Double>?, needed: ClosedRange<Double>, height: Int
  ) -> ValueAxis {
    guard let asked, ValueAxis.canShow(asked.lowerBound), ValueAxis.canShow(asked.upperBound) else {
      return ValueAxis(values: needed, isExact: false, height: height)
    }
    return ValueAxis(values: asked, isExact: true, height: height)
  }

  /// The line below the plot, the ticks' labels and what the axis counts.
  private static func axis(_ axis: StepAxis, label: String, margin: Int) -> [String] {
    var line = Array(repeating: "-", count: axis.columns)
    for tick in axis.ticks { line[tick.column] = "+" }
    let origin = margin + 2
    var labels = ""
    for tick in axis.ticks {
      labels += String(repeating: " ", count: max(0, origin + tick.start - labels.count)) + tick.label
    }
    let indent = max(0, origin + (axis.columns - label.count) / 2)
    let rule = String(repeating: " ", count: margin) + " +" + line.joined()
    return [rule, labels, String(repeating: " ", count: indent) + label]
  }

  private static func pad(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
