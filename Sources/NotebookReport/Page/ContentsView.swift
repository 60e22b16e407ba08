/// The table of contents.
struct ContentsView: HTMLComponent {
  let headings: [PageOutline.Heading]

  var body: [HTMLNode] {
    if headings.count > 1 {
      element("nav", ["aria-label": "Contents"]) {
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
