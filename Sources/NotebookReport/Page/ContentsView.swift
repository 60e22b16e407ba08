/// The table of contents: beside the text where there is room, folded on a small screen.
struct ContentsView: HTMLComponent {
  let headings: [PageOutline.Heading]
  let title: String

  var body: [HTMLNode] {
    if headings.count > 1 {
      element("nav", ["aria-label": title]) {
        Switch(anchor: Anchor.contents, label: title)
        element("ul") {
          for heading in headings {
            element("li", ["class": "level-\(heading.level)"]) {
              element("a", ["href": "#\(heading.anchor)"]) { heading.text }
            }
          }
        }
      }
    }
  }
}

/// A box to tick, by which the style sheet shows or hides a part of the page: a page runs no script.
struct Switch: HTMLComponent {
  let anchor: String
  let label: String

  var body: [HTMLNode] {
    HTMLNode.void("input", ["type": "checkbox", "id": anchor])
    element("label", ["for": anchor]) { label }
  }
}
