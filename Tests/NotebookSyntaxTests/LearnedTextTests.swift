import NotebookSyntax
import TestSupport
import Testing

/// Tables, footnotes and captions, which libcmark does not know, and what no page shows.
struct LearnedTextTests {
  private func html(_ pieces: [ProsePiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .html(let html): html
      case .reference(let reference): "«\(reference.text)»"
      case .crossReference(let target): "«#\(target)»"
      case .noteReference(let name, _): "«^\(name)»"
      case .formula(let formula): "«$\(formula.source)»"
      case .listing(let listing): "«\(listing.language)»"
      }
    }.joined()
  }

  private func html(_ text: String) -> String {
    html(NotebookParser.parse(text, file: "notebook.md").value.prose.flatMap(\.pieces))
  }

  @Test func makesATableOfAParagraphWithADelimiterRow() {
    #expect(
      html("| a | *b* |\n|:-:|--:|\n| 1 | `x|y` \\| z |\n| [l](m) | |\n") == """
        <table>
        <thead>
        <tr><th class="center">a</th><th class="right"><em>b</em></th></tr>
        </thead>
        <tbody>
        <tr><td class="center">1</td><td class="right"><code>x|y</code> | z</td></tr>
        <tr><td class="center"><a href="m">l</a></td><td class="right"></td></tr>
        </tbody>
        </table>

        """)
  }

  @Test func takesATableWithoutOuterBarsAndInAQuotation() {
    let table = html("> a | b\n> --- | ---\n> 1 | 2\n")
    #expect(table.hasPrefix("<blockquote>\n<table>") && table.contains("<tr><td>1</td><td>2</td></tr>"))
  }

  @Test func fillsUpShortRowsAndKeepsReferencesInCells() {
    #expect(html("| a | b |\n|---|---|\n| {{fit.loss}} |\n").contains("<tr><td>«fit.loss»</td><td></td></tr>"))
  }

  @Test(arguments: ["a | b\n", "| a |\n| b |\n", "a\n---\n", "| a |\n|\n", "| a |\n|: :|\n", "| a |\n| - - |\n"])
  func makesNoTableOfWhatIsNone(_ text: String) {
    #expect(!html(text).contains("<table"))
  }

  @Test(arguments: [
    ("a\n| b |\n1️⃣|---|\n", "a table begins with its head, and this one follows a text"),
    ("| a | b |\n1️⃣|---|\n", "the head of a table has as many cells as the line below it, and not 2 for 1"),
    ("| a |\n|---|\n1️⃣| 1 | 2 |\n", "a row of a table has at most as many cells as its head, and not 2 for 1"),
  ]) func warnsOfATableThatIsNotAsMeant(_ text: String, _ message: String) {
    let notebook = MarkedNotebook(text)
    let found = NotebookParser.parse(notebook.text, file: "notebook.md").diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.position) == [notebook[1]])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func collectsFootnotesAndMarksWhereTheyAreNamed() {
    let prose = NotebookParser.parse(
      "A[^1] and *b[^note]*, c[^u].\n\n[^1]: The first,\nof two lines.\n[^note]: The `second`.\n\n[^u]: https://example.org/x\n",
      file: "notebook.md"
    ).value.prose
    #expect(
      prose.map { html($0.pieces) } == [
        "<p>A«^1» and <em>b«^note»</em>, c«^u».</p>\n", "<p>The first, of two lines.</p>\n",
        "<p>The <code>second</code>.</p>\n",
        "<p><a href=\"https://example.org/x\">https://example.org/x</a></p>\n",
      ])
    #expect(prose.map(\.kind) == [.other, .note(name: "1"), .note(name: "note"), .note(name: "u")])
  }

  @Test(arguments: [
    ("A 1️⃣[^x].\n", "no footnote is called '[^x]'"),
    ("A\n\n1️⃣[^x]: note that nothing names\n", "a footnote is named in the text, and nothing names '[^x]'"),
    ("A[^x]\n\n[^x]: a note\n1️⃣[^x]: another note\n", "a footnote is written once, and '[^x]' stands on line 3 as well"),
    ("It is 1️⃣~~not~~ so\n", "nothing is struck through, and '~~' is shown as it is"),
    ("- 1️⃣[ ] to do\n", "a list has no boxes to tick, and '[ ]' is shown as it is"),
    ("> 1️⃣[!NOTE]\n> text\n", "a quotation has no kinds, and '[!NOTE]' is shown as it is"),
    ("H1️⃣<sub>2</sub>O\n", "HTML is left out of a page"), ("1️⃣<div>\nx\n</div>\n", "HTML is left out of a page"),
    ("1️⃣:::note\n", "there are no boxes, and ':::' is shown as it is"),
  ]) func warnsOfWhatNoPageShows(_ text: String, _ message: String) {
    let notebook = MarkedNotebook(text)
    let found = NotebookParser.parse(notebook.text, file: "notebook.md").diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.position) == [notebook[1]])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "`~~a~~` and `<b>`", "\\~~a\\~~", "<!-- hidden -->", "a <!-- b --> c",
    "[x](y) [ ]", "a ~~ b",
  ]) func saysNothingOfWhatIsMeantAsText(_ text: String) {
    #expect(NotebookParser.parse(text, file: "notebook.md").diagnostics.map(\.message) == [])
  }

  @Test func readsACaptionAsALineOfProse() {
    let caption = Caption.read(
      "It reads *{{test.accuracy}}* of `x`, see [](#fit)", at: SourcePosition(line: 7, column: 10))
    #expect(html(caption.value.prose.pieces) == "It reads <em>«test.accuracy»</em> of <code>x</code>, see «#fit»")
    #expect(caption.diagnostics.isEmpty)
    #expect(caption.value.prose.links == [PageLink(target: "fit", position: SourcePosition(line: 7, column: 10))])
    for text in ["# no heading", "1. no list", "> none", "a\n\nb <c>"] {
      let plain = Caption.read(text, at: SourcePosition(line: 1)).value
      #expect(plain.text == text && !html(plain.prose.pieces).contains("<"))
    }
    let wrong = Caption.read("![a](b) {{x}}", at: SourcePosition(line: 7, column: 10)).diagnostics
    #expect(Set(wrong.map(\.identifier)) == [.image, .malformedReference])
    #expect(wrong.allSatisfy { $0.position == SourcePosition(line: 7, column: 10) })
  }

  /// A table is read in one walk.
  @Test func readsATableOfTenThousandCells() {
    let row = "|" + String(repeating: " *a* \\| b |", count: 100) + "\n"
    let text = row + "|" + String(repeating: "---|", count: 100) + "\n" + String(repeating: row, count: 99)
    let table = html(text)
    #expect(table.ranges(of: "<td>").count == 9_900 && table.ranges(of: "<th>").count == 100)
    #expect(table.contains("<td><em>a</em> | b</td>"))
  }
}
