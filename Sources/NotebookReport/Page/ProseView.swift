import NotebookSyntax

/// A block of prose with everything that it names in its place.
struct ProseView: HTMLComponent {
  let block: ProseBlock
  /// How the block stands in the outline, if it is a heading.
  let heading: PageOutline.Heading?
  let text: ProseText

  var body: [HTMLNode] {
    if let heading {
      element("h\(heading.level)", ["id": heading.anchor]) {
        text.nodes(of: Self.withoutOuterTag(block.pieces))
        element("a", ["class": "here", "href": "#\(heading.anchor)", "aria-label": text.phrases.linkToSection])
      }
    } else {
      text.nodes(of: block.pieces)
    }
  }

  /// What stands between `<h2>` and `</h2>`; text has no angle brackets of its own, they are escaped.
  private static func withoutOuterTag(_ pieces: [ProsePiece]) -> [ProsePiece] {
    var pieces = pieces
    if case .html(let markup) = pieces.first, let end = markup.firstIndex(of: ">") {
      pieces[0] = .html(String(markup[markup.index(after: end)...]))
    }
    if case .html(let markup) = pieces.last, let start = markup.lastIndex(of: "<") {
      pieces[pieces.count - 1] = .html(String(markup[..<start]))
    }
    return pieces
  }
}
