/// A table that scrolls sideways by itself where it is wider than the page.
struct ScrollingTable: HTMLComponent {
  let caption: String
  let columns: [Column]
  let content: [HTMLNode]
  var anchor: String?

  struct Column {
    let name: String
    var isNumeric = false
  }

  init(
    caption: String, columns: [Column], anchor: String? = nil, @HTMLBuilder content: () -> [HTMLNode]
  ) {
    self.caption = caption
    self.columns = columns
    self.anchor = anchor
    self.content = content()
  }

  var body: [HTMLNode] {
    element("div", ["class": "scroll", "id": anchor, "role": "region", "aria-label": caption, "tabindex": "0"]) {
      element("table") {
        element("caption") { element("span") { caption } }
        element("thead") {
          element("tr") { columns.map(Self.heading) }
        }
        content
      }
    }
  }

  private static func heading(_ column: Column) -> HTMLNode {
    guard !column.name.isEmpty else { return element("td") }
    return element("th", ["scope": "col", "class": column.isNumeric ? "number" : nil]) { column.name }
  }
}
