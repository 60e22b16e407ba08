import NotebookSyntax
import Testing

/// How prose is rendered: CommonMark in its safe mode, block by block of one document.
struct ProseTests {
  private func html(_ text: String) -> String {
    NotebookParser.parse(text, file: "notebook.md").value.prose.flatMap(\.pieces)
      .map { if case .html(let html) = $0 { html } else { "" } }.joined()
  }

  @Test func resolvesLinksThatAreDefinedElsewhere() {
    let text = "See [it][far].\n\n```{load}\n```\n\nAnd [far].\n\n[far]: https://example.org/x 'T'\n"
    #expect(
      html(text) == """
        <p>See <a href="https://example.org/x" title="T">it</a>.</p>
        <p>And <a href="https://example.org/x" title="T">far</a>.</p>

        """)
  }

  @Test func takesNoLinkDefinitionFromFrontMatterOrDirectives() {
    #expect(html("---\n\"[far]\": x\n---\n```{load}\n[far]: x\n```\n\n[far]\n") == "<p>[far]</p>\n")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", ""),
    ("<div\n onmouseover=x>\n</div>", ""),
    ("<!-- hidden -->", ""),
    ("a <b onclick='x()'>b</b>", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n"),
    ("[x](javascript:alert(1))", "<p><a href=\"\">x</a></p>\n"),
    ("![x](JaVaScRiPt:alert(1))", "<p><img src=\"\" alt=\"x\" /></p>\n"),
    ("<javascript:alert(1)>", "<p><a href=\"\">javascript:alert(1)</a></p>\n"),
    ("[x](data:text/html,1)", "<p><a href=\"\">x</a></p>\n"),
    ("[x]\n\n[x]: vbscript:x", "<p><a href=\"\">x</a></p>\n"),
  ]) func letsNoMarkupOrScriptThrough(_ text: String, _ rendered: String) {
    #expect(html(text) == rendered)
  }

  @Test func keepsTheTargetOfALinkWithoutText() {
    let blocks = NotebookParser.parse("See [](#fit) and [](#b), [](x) [c](#c).\n", file: "notebook.md").value.prose
    #expect(
      blocks.flatMap(\.pieces) == [
        .html("<p>See "), .crossReference("fit"), .html(" and "), .crossReference("b"),
        .html(", <a href=\"x\"></a> <a href=\"#c\">c</a>.</p>\n"),
      ])
    #expect(blocks.flatMap(\.links).map(\.target) == ["fit", "b", "c"])
  }

  @Test func escapesWhatIsNoMarkup() {
    #expect(html("1 < 2 & \"3\"") == "<p>1 &lt; 2 &amp; “3”</p>\n")
  }

  @Test func showsPlainFencesWithTheirLanguage() {
    #expect(
      html("```haskell\nlet x = 1 < 2\n```\n")
        == "<pre><code class=\"language-haskell\">let x = 1 &lt; 2\n</code></pre>\n")
  }

  @Test func replacesANULByTheReplacementCharacter() {
    #expect(html("a\0b") == "<p>a\u{FFFD}b</p>\n")
  }

  @Test func knowsHeadingsByTheirTextWithoutMarkup() {
    let blocks = NotebookParser.parse("# A *b* `c`\n\nSetext\n[d](e)\n---\n", file: "notebook.md").value.prose
    #expect(blocks.map(\.kind) == [.heading(level: 1, text: "A b c"), .heading(level: 2, text: "Setext d")])
  }
}
