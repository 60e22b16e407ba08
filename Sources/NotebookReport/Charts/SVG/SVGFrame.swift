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

  /// Lines at the ticks, with their labels and what the axes show.
  @HTMLBuilder func nodes(yLabel: String, xLabel: String) -> [HTMLNode] {
    let (first, last) = (x(0), x(steps.columns - 1))
    let heights = values.ticks.map { y(Double($0.row) / Double(values.rows - 1)) }
    element(
      "path",
      ["class": "grid", "d": heights.map { "M\(first) \($0)H\(last)" }.joined() + "M\(first) \(bottom)H\(last)"])
    for (tick, height) in zip(values.ticks, heights) {
      element("text", ["x": "\(first - 8)", "y": "\(height + 4)", "text-anchor": "end"]) { tick.label }
    }
    for tick in steps.ticks {
      element("text", ["x": "\(x(tick.column))", "y": "\(bottom + 18)", "text-anchor": "middle"]) { tick.label }
    }
    element("text", ["x": "\(first)", "y": "12"]) { yLabel }
    element("text", ["x": "\((first + last) / 2)", "y": "\(bottom + 34)", "text-anchor": "middle"]) { xLabel }
  }
}
