/// A table that scrolls sideways by itself where it is wider than the page.
///
/// Numbers stand right and are the rule; what is text says so.
struct ScrollingTable: HTMLComponent {
  let caption: String
  let columns: [Column]
  let mark: ExhibitMark
  /// Whether the caption is shown, and not only told.
  let isTitled: Bool
  let content: [HTMLNode]

  struct Column {
    let name: String
    var isNumeric = false
  }

  init(
    caption: String, columns: [Column], mark: ExhibitMark = .none, isTitled: Bool = true,
    @HTMLBuilder content: () -> [HTMLNode]
  ) {
    self.caption = caption
    self.columns = columns
    self.mark = mark
    self.isTitled = isTitled
    self.content = content()
  }

  var body: [HTMLNode] {
    // A group, for a region of its own would be a landmark that no other may be called like.
    let label = mark.number?.text ?? caption
    element("div", ["class": "scroll", "id": mark.anchor, "role": "group", "aria-label": label, "tabindex": "0"]) {
      element("table", ["aria-label": isTitled ? nil : caption]) {
        if isTitled {
          element("caption") { element("span") { mark.caption(caption) } }
        }
        element("thead") {
          element("tr") { columns.map(Self.heading) }
        }
        content
      }
    }
  }

  private static func heading(_ column: Column) -> HTMLNode {
    let styleClass = column.isNumeric ? nil : "text"
    guard !column.name.isEmpty else { return element("td", ["class": styleClass]) }
    return element("th", ["scope": "col", "class": styleClass]) { column.name }
  }
}
