import NotebookResults
import NotebookSyntax

/// A block of prose with the measured numbers and the numbers of figures and tables in their places.
struct ProseView: HTMLComponent {
  let block: ProseBlock
  /// How the block stands in the outline, if it is a heading.
  let heading: PageOutline.Heading?
  let report: RunReport
  let numbers: ExhibitNumbers
  let outline: PageOutline

  var body: [HTMLNode] {
    if let heading {
      element("h\(heading.level)", ["id": heading.anchor]) {
        nodes(of: Self.withoutOuterTag(block.pieces))
        element("a", ["class": "here", "href": "#\(heading.anchor)", "aria-label": "Link to this section"])
      }
    } else {
      nodes(of: block.pieces)
    }
  }

  private func nodes(of pieces: [ProsePiece]) -> [HTMLNode] {
    var openLinks = 0
    return pieces.map { piece in
      switch piece {
      case .html(let markup):
        openLinks += markup.ranges(of: "<a ").count - markup.ranges(of: "</a>").count
        return .prose(Self.placed(markup))
      case .reference(let reference):
        return MeasuredNumber(reference, in: report).node(insideLink: openLinks > 0)
      case .crossReference(let target):
        return element("a", ["href": "#\(target)"]) { name(of: target) }
      }
    }
  }

  /// What a place of the page is called: the number of a figure or table, or the text of a heading.
  private func name(of target: String) -> String {
    numbers.cited(target)?.text ?? outline.heading(anchor: target)?.text ?? target
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

  /// The markup of cmark as it stands on a page: only the title is of the first level, though headings within quotations and lists are not part
  /// of the outline, and code that is wider than the page is scrolled with keys as well.
  private static func placed(_ markup: String) -> String {
    markup.replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>").replacing(
      "<pre>", with: "<pre tabindex=\"0\">")
  }
}
