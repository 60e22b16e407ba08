/// The axes of a chart in SVG, in whole units.
struct SVGFrame {
  let values: ValueAxis
  let steps: StepAxis
  let left: Int
  let columnWidth: Int
  let top = 24

  private static let height = 240

  var bottom: Int { top + Self.height }

  func x(_ column: Int) -> Int { left + column * columnWidth }

  func y(_ depth: Double) -> Int { top + Int((depth * Double(Self.height)).rounded()) }

  func text(_ text: String, x: Int, y: Int) -> HTMLNode {
    element("text", ["x": "\(x)", "y": "\(y)"]) { text }
  }

  /// Lines at the ticks, with their labels and what the axes show.
  @HTMLBuilder func nodes(yLabel: String, xLabel: String) -> [HTMLNode] {
    let (first, last) = (x(0), x(steps.columns - 1))
    let heights = values.ticks.map { y(Double($0.row) / Double(values.rows - 1)) }
    element(
      "path",
      ["class": "grid", "d": heights.map { "M\(first) \($0)H\(last)" }.joined() + "M\(first) \(bottom)H\(last)"])
    element("g", ["class": "y"]) {
      for (tick, height) in zip(values.ticks, heights) { text(tick.label, x: first - 8, y: height + 4) }
    }
    element("g", ["class": "x"]) {
      for tick in steps.ticks { text(tick.label, x: x(tick.column), y: bottom + 18) }
      text(xLabel, x: (first + last) / 2, y: bottom + 36)
    }
    text(yLabel, x: first, y: 14)
  }
}
