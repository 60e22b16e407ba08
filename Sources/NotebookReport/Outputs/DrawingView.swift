import NotebookResults

/// A figure that is drawn in characters, for wide and for narrow pages, or as SVG; it is read as its summary.
struct DrawingView: HTMLComponent {
  let title: String
  let summary: String
  let form: ChartForm
  let mark: ExhibitMark
  let phrases: Phrases
  /// The drawing in characters for so many columns.
  let drawing: (_ width: Int) -> [InkedLine]
  /// The drawing as SVG.
  let picture: [HTMLNode]
  /// The numbers behind it, which are folded below; none where they stand elsewhere.
  let numbers: [HTMLNode]

  var body: [HTMLNode] {
    element("figure", ["class": "chart", "id": mark.anchor]) {
      element("figcaption") { mark.caption(title) }
      element("div", ["role": "img", "aria-label": summary]) {
        if form != .svg { drawings }
        if form != .text { picture }
      }
      if !numbers.isEmpty || form == .svg {
        element("details") {
          element("summary") { numbers.isEmpty ? phrases.chartInCharacters : phrases.chartNumbers }
          if form == .svg { drawings }
          numbers
        }
      }
    }
  }

  private var drawings: [HTMLNode] {
    [drawing(PlotSize.page, name: "wide"), drawing(PlotSize.phone, name: "narrow")]
  }

  private func drawing(_ width: Int, name: String) -> HTMLNode {
    element("pre", ["class": name, "aria-hidden": "true"]) {
      for (number, line) in drawing(width).enumerated() {
        if number > 0 { "\n" }
        for piece in line.pieces {
          if let ink = piece.ink {
            element("b", ["class": ChartInk.name(of: ink)]) { piece.text }
          } else {
            piece.text
          }
        }
      }
    }
  }
}
