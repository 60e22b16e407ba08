import NotebookResults

/// A text with its own lines; what was given stands out from what was written.
struct PassageView: HTMLComponent {
  let passage: Passage
  let mark: ExhibitMark

  var body: [HTMLNode] {
    element("figure", ["class": "passage", "id": mark.anchor]) {
      element("figcaption") { mark.caption(passage.caption) }
      element("pre") {
        element("b") { passage.start }
        passage.text
      }
    }
  }
}
