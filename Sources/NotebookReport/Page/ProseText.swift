import NotebookResults
import NotebookSyntax

/// What prose may name, and what stands in its place: measured numbers, the numbers of figures and tables, notes.
struct ProseText {
  let report: RunReport
  let phrases: Phrases
  let numbers: ExhibitNumbers
  let outline: PageOutline
  let notes: NoteNumbers

  init(_ report: RunReport) {
    self.report = report
    phrases = Phrases.of(report.header.language)
    numbers = ExhibitNumbers(report)
    outline = PageOutline(report)
    notes = NoteNumbers(report.header)
  }

  /// The language of what the page says of itself, where it is not that of the page.
  var furnitureTag: String? { phrases.tag(on: report.header.language) }

  /// The markup of a block or of a line.
  func inline(_ block: ProseBlock) -> [HTMLNode] { nodes(of: block.pieces) }

  func nodes(of pieces: [ProsePiece]) -> [HTMLNode] {
    var openLinks = 0
    return pieces.map { piece in
      switch piece {
      case .html(let markup):
        openLinks += markup.ranges(of: "<a ").count - markup.ranges(of: "</a>").count
        return .prose(placed(markup))
      case .reference(let reference):
        return MeasuredNumber(reference, in: report, phrases).node(insideLink: openLinks > 0)
      case .crossReference(let target):
        return element("a", ["href": "#\(target)"]) { name(of: target) }
      case .noteReference(let name, let mention):
        return noteMark(name, isFirst: mention == 1, insideLink: openLinks > 0)
      case .formula(let formula): return FormulaView(formula: formula).node
      case .listing(let listing): return ListingView(listing: listing).node
      }
    }
  }

  /// What a place of the page is called: the number of a figure or table, or the text of a heading.
  private func name(of target: String) -> String {
    numbers.cited(target)?.text ?? outline.heading(anchor: target)?.text ?? target
  }

  private func noteMark(_ name: String, isFirst: Bool, insideLink: Bool) -> HTMLNode {
    let number = notes[name].map(String.init) ?? name
    return element("sup", ["id": isFirst ? Anchor.mention(of: number) : nil]) {
      if insideLink { number } else { element("a", ["href": "#\(Anchor.note(number))"]) { number } }
    }
  }

  /// The markup of cmark as it stands on a page: only the title is of the first level, though headings within quotations and lists are not part
  /// of the outline; code and tables that are wider than the page are scrolled, with keys as well.
  private func placed(_ markup: String) -> String {
    guard markup.contains("<h1>") || markup.contains("<pre>") || markup.contains("table>") else { return markup }
    return markup.replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>")
      .replacing("<pre>", with: "<pre tabindex=\"0\">")
      .replacing(
        "<table>",
        with: "<div class=\"scroll written\" role=\"group\" aria-label=\"\(phrases.table)\" tabindex=\"0\">\n<table>"
      )
      .replacing("</table>", with: "</table>\n</div>")
  }
}
