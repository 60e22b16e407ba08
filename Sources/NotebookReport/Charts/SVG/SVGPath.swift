/// A line in SVG, from mark to mark, and its marks where they are few.
struct SVGPath {
  /// Nil where there is nothing to be seen.
  let line: String?
  let dots: String?

  /// More marks than these are not drawn by themselves.
  private static let mostDots = 24

  init(_ plotted: PlottedSeries, in frame: SVGFrame) {
    let places = plotted.marks.map { "\(frame.x($0.column)) \(frame.y($0.depth))" }
    var line = ""
    for (index, mark) in plotted.marks.enumerated() {
      let isAlone = !mark.isJoined && (index + 1 == places.count || !plotted.marks[index + 1].isJoined)
      line += (mark.isJoined ? " " : "M") + places[index] + (isAlone ? "h0" : "")
    }
    self.line = line.isEmpty ? nil : line
    dots = line.isEmpty || places.count > Self.mostDots ? nil : places.map { "M\($0)h0" }.joined()
  }
}
