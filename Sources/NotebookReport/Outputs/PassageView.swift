import NotebookResults

/// A text with its own lines; what was given stands out from what was written.
struct PassageView: HTMLComponent {
  let passage: Passage

  var body: [HTMLNode] {
    element("figure", ["class": "passage"]) {
      element("figcaption") { passage.caption }
      element("pre") {
        element("b") { passage.start }
        passage.text
      }
    }
  }
}
