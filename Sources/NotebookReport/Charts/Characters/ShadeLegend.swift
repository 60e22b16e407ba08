import NotebookSyntax

/// What shades stand for, below a drawing.
enum ShadeLegend {
  /// The numbers of the faintest and the darkest shade with all shades between them, and a remark.
  static func lines(
    _ ends: (faint: Double, dark: Double), _ text: (Double) -> String, remark: String? = nil, width: Int
  ) -> [String] {
    let shades = ends.faint == ends.dark ? "\(ShadeRamp.signs[ShadeRamp.level(0.5)])" : String(ShadeRamp.signs)
    let last = ends.faint == ends.dark ? "" : " \(text(ends.dark))"
    let legend = ["\(text(ends.faint)) \(shades)\(last)", remark].compactMap { $0 }.joined(separator: ", ")
    return TextWidth.pieces(legend, columns: max(8, width - 2)).map { "  \($0)" }
  }
}
