import NotebookResults
import NotebookSyntax

/// A block of prose with the measured numbers in their places.
struct ProseView: HTMLComponent {
  let block: ProseBlock
  /// How the block stands in the outline, if it is a heading.
  let heading: PageOutline.Heading?
  let report: RunReport

  var body: [HTMLNode] {
    if let heading {
      HTMLNode.element("h\(heading.level)", ["id": heading.anchor], nodes(of: Self.withoutOuterTag(block.pieces)))
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
        return .prose(Self.belowTitle(markup))
      case .reference(let reference):
        return MeasuredNumber(reference, in: report).node(insideLink: openLinks > 0)
      }
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

  /// Headings within quotations and lists are not part of the outline, but only the title is of the first level.
  private static func belowTitle(_ markup: String) -> String {
    markup.replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>")
  }
}
