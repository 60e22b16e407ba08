import NotebookResults
import NotebookSyntax

/// Bars as inline SVG, each below its name and its number, for wide and for narrow pages.
struct BarSVG: HTMLComponent {
  let chart: BarChart
  var words = DrawingPhrases.english.bars

  var body: [HTMLNode] {
    for sheet in SVGSheet.all { picture(sheet) }
  }

  private func picture(_ sheet: SVGSheet) -> HTMLNode {
    let edge = SVGSheet.edge
    let length = sheet.width - 2 * edge
    let axis = BarAxis(chart, columns: length / SVGSheet.letter, margin: 0)
    let x = { (share: Double) -> Int in edge + Int((share * Double(length)).rounded()) }

    var y = 6
    var nodes: [HTMLNode] = []
    for bar in chart.bars {
      let number = BarText(bar, in: words).text(plusMinus: "±")
      let letters = SVGSheet.letters(length - number.count * SVGSheet.letter - SVGSheet.letter)
      for (index, piece) in TextWidth.pieces(VisibleText.escaping(bar.name), columns: letters).enumerated() {
        y += SVGSheet.line
        nodes.append(SVGSheet.text(piece, x: edge, y: y - 4))
        if index == 0 { nodes.append(SVGSheet.text(number, x: edge + length, y: y - 4, anchor: "end")) }
      }
      nodes += drawing(of: bar, on: axis, y: y, x)
      y += Self.thickness + 8
    }
    let ticks = axis.ticks.map { (x(Double($0.column) / Double(axis.columns - 1)), $0.label) }
    nodes += sheet.axis(ticks, label: chart.label, from: edge, to: edge + length, y: y)
    y += 46
    for remark in BarRemarks.texts(chart, on: axis, deviation: "|-|", in: words) {
      for piece in TextWidth.pieces(remark, columns: SVGSheet.letters(length)) {
        nodes.append(SVGSheet.text(piece, x: edge, y: y + 8))
        y += SVGSheet.line
      }
    }
    return sheet.picture(height: y) { nodes }
  }

  private static let thickness = 12

  @HTMLBuilder private func drawing(
    of bar: BarChart.Bar, on axis: BarAxis, y: Int, _ x: (Double) -> Int
  ) -> [HTMLNode] {
    element("path", ["stroke-opacity": "0.5", "d": "M\(x(axis.origin)) \(y - 2)v\(Self.thickness + 4)"])
    if let number = bar.quantity?.number, let end = share(axis.place(of: number)) {
      let (first, last) = (x(min(axis.origin, end)), x(max(axis.origin, end)))
      element("g", ["class": ChartInk.name(of: 0)]) {
        SVGSheet.rectangle(x: first, y: y, width: last - first, height: Self.thickness, tint: 70)
      }
      if let deviation = bar.drawnDeviation, let low = share(axis.place(of: number - deviation)),
        let high = share(axis.place(of: number + deviation)), x(low) < x(high)
      {
        let (top, bottom, middle) = (y + 2, y + Self.thickness - 2, y + Self.thickness / 2)
        let ends = [low, high].map { "M\(x($0)) \(top)V\(bottom)" }.joined()
        element(
          "path",
          ["stroke-width": "2", "shape-rendering": "geometricPrecision", "d": ends + "M\(x(low)) \(middle)H\(x(high))"])
      }
    }
    switch bar.quantity.map({ axis.place(of: $0.number) }) {
    case .below: element("path", ["d": "M\(x(0) + 7) \(y)l-6 6l6 6"])
    case .above: element("path", ["d": "M\(x(1) - 7) \(y)l6 6l-6 6"])
    case .within, .nowhere, nil: []
    }
  }

  /// How far along the axis, the nearer end for what lies beyond; nil for what has no place.
  private func share(_ place: BarAxis.Place) -> Double? {
    switch place {
    case .within(let share): share
    case .below: 0
    case .above: 1
    case .nowhere: nil
    }
  }
}
