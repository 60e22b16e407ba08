import NotebookSyntax
import TestSupport
import Testing

/// The quotation marks, dashes and ellipses of printed English, in the text alone.
struct TypographyTests {
  private func pieces(_ text: String, _ language: String?) -> [ProsePiece] {
    let front = language.map { "---\nlang: \($0)\n---\n" } ?? ""
    return NotebookParser.parse(front + text, file: "notebook.md").value.prose.flatMap(\.pieces)
  }

  private func html(_ text: String, _ language: String? = nil) -> String {
    pieces(text, language).map { piece in
      switch piece {
      case .html(let html): html
      case .reference(let reference): "{\(reference.text)}"
      case .crossReference(let target): "{#\(target)}"
      case .noteReference(let name, _): "{^\(name)}"
      case .formula(let formula): "«\(formula.source)»"
      case .listing(let listing): listing.tokens.map(\.text).joined()
      }
    }.joined()
  }

  @Test(arguments: [
    ("It's \"so\" -- or 'not' --- 1--2...", "It’s “so” – or ‘not’ — 1–2…"),
    ("\"{{a.b}}\" and '$x$'", "“{a.b}” and ‘«x»’"), ("\\\"a\\\" \\-\\- b", "&quot;a&quot; -- b"),
    ("`\"a\" -- '` \"*b*\"", "<code>&quot;a&quot; -- '</code> “<em>b</em>”"),
    ("[\"a\"](b--c'd)", "<a href=\"b--c&#x27;d\">“a”</a>"),
    ("$\\text{--}'$", "«\\text{--}'»"),
  ]) func printsWhatAKeyboardHas(_ text: String, _ expected: String) {
    #expect(html(text) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: ["zh", "zh-Hant", "de", "fr"]) func leavesOtherLanguagesAsTheyAreWritten(_ language: String) {
    #expect(html("It's \"so\" --", language) == "<p>It's &quot;so&quot; --</p>\n")
    #expect(html("It's", "en-GB") == "<p>It’s</p>\n")
  }

  @Test func changesNoName() {
    let notebook = MarkedNotebook("\"a\" -- 1️⃣{{a--b.c(d=\"e...\")}} 'b' 2️⃣{{f.g}}")
    let references = NotebookParser.parse(notebook.text, file: "notebook.md").value.prose.flatMap(\.references)
    #expect(references.map(\.text) == ["a--b.c(d=\"e...\")", "f.g"])
    #expect(references.map(\.position) == [notebook[1], notebook[2]])
    #expect(html("## {{ a--b.c }}\n") == "<h2>{a--b.c}</h2>\n")
    #expect(
      NotebookParser.parse("## {{ a--b.c }}\n", file: "n").value.prose.map(\.kind) == [
        .heading(level: 2, text: "{{a--b.c}}")
      ])
  }

  @Test func leavesTablesListingsAndDirectivesAsTheyAre() {
    #expect(
      html("| \"a\" | b |\n| --- | ---: |\n| c -- d | ... |\n").contains("<td>c – d</td><td class=\"right\">…</td>"))
    #expect(html("```python\na = \"b\" -- 'c'\n```\n") == "a = \"b\" -- 'c'\n")
    let directive = NotebookParser.parse("```{chart}\ntitle: \"It's --\"\n```\n", file: "n").value.directives.first
    #expect(directive?.text == "title: \"It's --\"\n")
  }

  @Test func printsACaptionInTheLanguageOfItsNotebook() {
    let place = SourcePosition(line: 1)
    #expect(Caption.read("It's", at: place).value.prose.pieces == [.html("It’s")])
    #expect(Caption.read("It's", at: place, isEnglish: false).value.prose.pieces == [.html("It's")])
    #expect(Caption.read("It's", at: place).value.text == "It's")
  }
}
