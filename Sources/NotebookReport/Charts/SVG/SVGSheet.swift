/// What bars and shades are drawn on in SVG: a sheet for wide pages, and one for narrow pages.
struct SVGSheet {
  /// What the style sheet calls it.
  let name: String
  /// In units, each about a pixel.
  let width: Int

  static let all = [SVGSheet(name: "wide", width: 640), SVGSheet(name: "narrow", width: 320)]

  /// Units between the drawing and its edge, of a letter on the mean, and between two lines of text.
  static let (edge, letter, line) = (10, 8, 18)

  /// Letters that units have room for.
  static func letters(_ units: Int) -> Int { max(3, units / letter) }

  /// A picture of a height with what is drawn in it, which is made smaller where it reaches further than the width.
  func picture(height: Int, reach: Int = 0, @HTMLBuilder content: () -> [HTMLNode]) -> HTMLNode {
    element(
      "svg", ["class": name, "viewBox": "0 0 \(max(width, reach)) \(height)", "aria-hidden": "true"], content: content)
  }

  /// A text at a place, in the colour of the page's.
  static func text(_ text: String, x: Int, y: Int, anchor: String? = nil) -> HTMLNode {
    element("text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor, "fill": "currentColor"]) { text }
  }

  /// A rectangle in hundredths of the colour around it.
  static func rectangle(x: Int, y: Int, width: Int, height: Int, tint: Int = 100) -> HTMLNode {
    let opacity = tint == 100 ? nil : DecimalText.fixed(Double(tint) / 100, decimals: 2)
    return element(
      "rect",
      [
        "x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)", "fill": "currentColor",
        "fill-opacity": opacity,
      ])
  }

  /// A line with ticks, their labels, and what they are of.
  @HTMLBuilder func axis(
    _ ticks: [(x: Int, label: String)], label: String, from left: Int, to right: Int, y: Int
  ) -> [HTMLNode] {
    let marks = ticks.map { "M\($0.x) \(y)v4" }.joined()
    element("path", ["stroke-opacity": "0.5", "d": "M\(left) \(y)H\(right)\(marks)"])
    for tick in ticks {
      let reach = tick.label.count * Self.letter / 2
      Self.text(tick.label, x: min(max(tick.x, reach), width - reach), y: y + 18, anchor: "middle")
    }
    Self.text(label, x: (left + right) / 2, y: y + 36, anchor: "middle")
  }

  /// Shades in hundredths of the colour, between what the first and what the last of them stands for.
  @HTMLBuilder static func legend(
    _ ends: (faint: String, dark: String), _ tints: [Int], x: Int, y: Int
  ) -> [HTMLNode] {
    let start = x + ends.faint.count * letter + 8
    text(ends.faint, x: x, y: y)
    element("g", ["class": ChartInk.name(of: 0)]) {
      for (place, tint) in tints.enumerated() {
        rectangle(x: start + place * shade, y: y - 11, width: shade, height: 12, tint: tint)
      }
    }
    if !ends.dark.isEmpty { text(ends.dark, x: start + tints.count * shade + 8, y: y) }
  }

  /// How wide a shade of a legend is.
  private static let shade = 14
}
