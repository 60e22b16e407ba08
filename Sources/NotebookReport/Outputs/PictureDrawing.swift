import NotebookResults

/// A grey picture as inline SVG: each grey level is one path of horizontal strokes in the colour of the text.
struct PictureDrawing: HTMLComponent {
  let picture: PictureStrip.Picture
  /// What is read in its place.
  let summary: String

  /// Greys that are told apart.
  private static let levels = 8
  /// The side in CSS pixels that a picture comes close to, in whole screen pixels a pixel.
  private static let side = 56

  var body: [HTMLNode] {
    let scale = max(1, Self.side / max(1, picture.rows, picture.columns))
    // Half a pixel up, so that the stroke along y fills the row y.
    element(
      "svg",
      [
        "role": "img", "aria-label": summary,
        "viewBox": "0 -0.5 \(picture.columns) \(picture.rows)",
        "width": String(picture.columns * scale), "height": String(picture.rows * scale),
      ]
    ) {
      for (index, path) in paths().enumerated() where !path.isEmpty {
        element("path", ["d": path, "stroke-opacity": Self.opacity(level: index + 1)])
      }
    }
  }

  private static func opacity(level: Int) -> String? {
    level < levels ? String(Double(level) / Double(levels)) : nil
  }

  /// Path data for each level from the faintest.
  private func paths() -> [String] {
    var paths = Array(repeating: "", count: Self.levels)
    var ends = Array(repeating: (column: 0, row: 0), count: Self.levels)
    for row in 0..<picture.rows {
      let pixels = picture.pixels[row * picture.columns..<(row + 1) * picture.columns]
      let levels = pixels.map { (Int($0) * Self.levels + 127) / 255 }
      var start = 0
      while start < levels.count {
        let end = levels[start...].firstIndex { $0 != levels[start] } ?? levels.count
        if levels[start] > 0 {
          let level = levels[start] - 1
          // From where the last stroke ended, for which fewer digits do.
          paths[level] += "m\(start - ends[level].column) \(row - ends[level].row)h\(end - start)"
          ends[level] = (end, row)
        }
        start = end
      }
    }
    return paths
  }
}
