import NotebookResults

/// A chart as inline SVG: the columns of the drawing in characters, with heights as fine as pixels.
///
/// It stands beside a description of the same chart, so that nobody is read it twice.
struct ChartSVG: HTMLComponent {
  let chart: Chart

  var body: [HTMLNode] {
    if let contents = ChartContents(chart), chart.style.strips == true {
      StripSVG(chart: chart, contents: contents)
    } else if let contents = ChartContents(chart) {
      let values = contents.valueAxis(height: Self.rows)
      let left = 14 + 9 * (values.ticks.map(\.label.count).max() ?? 0)
      let columns = (Self.width - left - Self.right) / Self.columnWidth
      let steps = StepAxis(steps: contents.steps, columns: columns, margin: 0)
      let frame = SVGFrame(values: values, steps: steps, left: left, columnWidth: Self.columnWidth)
      let height = frame.bottom + 44 + Self.line * chart.series.count
      element("svg", ["class": "plot", "viewBox": "0 0 \(Self.width) \(height)", "aria-hidden": "true"]) {
        frame.nodes(yLabel: chart.yLabel, xLabel: chart.xLabel)
        for (index, series) in chart.series.enumerated() {
          let path = SVGPath(PlottedSeries(contents.series[index], steps: steps, values: values), in: frame)
          line(SeriesName(series, in: chart).text, path, index: index, in: frame)
        }
      }
    }
  }

  /// A series with its entry in the legend.
  private func line(_ name: String, _ path: SVGPath, index: Int, in frame: SVGFrame) -> HTMLNode {
    let y = frame.bottom + 56 + Self.line * index
    return element("g", ["class": ChartInk.name(of: index)]) {
      element("title") { name }
      if let line = path.line { element("path", ["d": line]) }
      if let dots = path.dots { element("path", ["class": "dots", "d": dots]) }
      element("path", ["d": "M\(frame.left) \(y - 5)h36"])
      frame.text(name, x: frame.left + 44, y: y)
    }
  }

  private static let (width, right, rows, columnWidth, line) = (640, 16, 18, 9, 19)
}
