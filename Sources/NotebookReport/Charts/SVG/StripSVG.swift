import NotebookResults
import NotebookSyntax

/// Strips as inline SVG, each below its name, for wide and for narrow pages.
struct StripSVG: HTMLComponent {
  let chart: Chart
  let contents: ChartContents

  var body: [HTMLNode] {
    for sheet in SVGSheet.all { picture(sheet) }
  }

  private func picture(_ sheet: SVGSheet) -> HTMLNode {
    let edge = SVGSheet.edge
    let columns = (sheet.width - 2 * edge) / Self.columnWidth
    let length = columns * Self.columnWidth
    let ruler = StepAxis(steps: contents.steps, columns: length / SVGSheet.letter, margin: 0)
    let steps = StepAxis(steps: contents.steps, columns: columns, margin: 0)
    var y = 6
    var nodes: [HTMLNode] = []
    for (series, plotted) in zip(chart.series, contents.plotted(steps: steps, values: contents.shadeAxis)) {
      for piece in TextWidth.pieces(VisibleText.escaping(series.name), columns: SVGSheet.letters(length)) {
        y += SVGSheet.line
        nodes.append(SVGSheet.text(piece, x: edge, y: y - 4))
      }
      nodes.append(strip(plotted, y: y))
      y += Self.thickness + 6
    }
    let ticks = ruler.ticks.map { tick in
      (edge + tick.column * (length - Self.columnWidth) / max(1, ruler.columns - 1) + Self.columnWidth / 2, tick.label)
    }
    nodes += sheet.axis(ticks, label: chart.xLabel, from: edge, to: edge + length, y: y)
    let values = contents.values
    let isFlat = values.lowerBound == values.upperBound
    nodes += SVGSheet.legend(
      (QuantityText.real(values.lowerBound), isFlat ? "" : QuantityText.real(values.upperBound)),
      (isFlat ? [ShadeRamp.level(0.5)] : Array(0..<ShadeRamp.count)).map(ShadeRamp.ink), x: edge, y: y + 60)
    return sheet.picture(height: y + 70) { nodes }
  }

  private static let (columnWidth, thickness) = (5, 16)

  /// A rectangle for each stretch of one shade.
  private func strip(_ series: PlottedSeries, y: Int) -> HTMLNode {
    var stretches: [(start: Int, end: Int, level: Int)] = []
    series.forEachPlace { column, depth in
      let level = ShadeRamp.level(1 - depth)
      if let last = stretches.indices.last, stretches[last].end == column, stretches[last].level == level {
        stretches[last].end = column + 1
      } else {
        stretches.append((column, column + 1, level))
      }
    }
    return element("g", ["class": ChartInk.name(of: 0)]) {
      for (start, end, level) in stretches {
        SVGSheet.rectangle(
          x: SVGSheet.edge + start * Self.columnWidth, y: y, width: (end - start) * Self.columnWidth,
          height: Self.thickness, tint: ShadeRamp.ink(level))
      }
    }
  }
}
