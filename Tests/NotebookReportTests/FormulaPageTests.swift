import NotebookReport
import NotebookResults
import NotebookSyntax
import Testing

/// Formulas and listings as a page shows them.
struct FormulaPageTests {
  private func page(_ prose: String) -> String {
    let blocks = NotebookParser.parse(prose, file: "x.md").value.blocks
    let header = RunHeader(
      title: "T", language: "en", article: nil, notebookName: "x.md", notebookDigest: "00", seed: 1, parameters: [],
      sections: blocks.compactMap { if case .prose(let prose) = $0 { .prose(prose) } else { nil } }, version: "1")
    return ReportPage.html(for: RunReport(header: header))
  }

  /// What stands between the tags of the only formula.
  private func math(_ source: String, sign: String = "$") throws -> String {
    let html = page("\(sign)\(source)\(sign)\n")
    let start = try #require(html.firstRange(of: "<math"))
    let end = try #require(html.firstRange(of: "</math>"))
    #expect(ParsedPage(html).problems == [])
    let inner = html[start.upperBound..<end.lowerBound]
    return String(inner[inner.index(after: try #require(inner.firstIndex(of: ">")))...])
  }

  @Test(arguments: [
    ("x", "<mi>x</mi>"), ("\\Sigma", "<mi mathvariant=\"normal\">Σ</mi>"), ("12", "<mn>12</mn>"),
    ("x_t^2", "<msubsup><mi>x</mi><mi>t</mi><mn>2</mn></msubsup>"),
    ("x'", "<msup><mi>x</mi><mo stretchy=\"false\" form=\"postfix\">′</mo></msup>"),
    ("\\frac{1}{n}", "<mfrac><mn>1</mn><mi>n</mi></mfrac>"), ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    ("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>"),
    ("\\text{a < b}", "<mtext>a\u{A0}&lt;\u{A0}b</mtext>"), ("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"),
    ("=-b", "<mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>"),
    (
      "\\left[x\\right.",
      "<mrow><mo fence=\"true\" stretchy=\"true\" form=\"prefix\">[</mo><mrow><mi>x</mi></mrow></mrow>"
    ),
    ("\\exp x", "<mi>exp</mi><mspace width=\"0.167em\"></mspace><mi>x</mi>"),
    ("\\sum_i x", "<msub><mo>∑</mo><mi>i</mi></msub><mi>x</mi>"),
    (
      "\\begin{matrix}a & b\\end{matrix}",
      "<mtable><mtr><mtd><mrow><mi>a</mi></mrow></mtd><mtd><mrow><mi>b</mi></mrow></mtd></mtr></mtable>"
    ),
  ]) func drawsAFormulaAsMathML(_ source: String, _ expected: String) throws {
    #expect(try math(source) == expected)
  }

  @Test func setsLimitsBelowASumOnALineOfItsOwn() throws {
    #expect(try math("\\sum_i x", sign: "$$") == "<munder><mo>∑</mo><mi>i</mi></munder><mi>x</mi>")
    #expect(try math("\\max_i x", sign: "$$").hasPrefix("<munder><mi>max</mi><mi>i</mi></munder>"))
    #expect(page("$$x$$\n").contains("<math display=\"block\" tabindex=\"0\" alttext=\"x\">"))
  }

  @Test func saysAFormulaAsItIsWritten() {
    #expect(page("$a < \"b\n= c$\n").contains("$a &lt; &quot;b\n= c$"), "a quotation mark is not understood")
    #expect(page("$a <\nb$\n").contains("<math alttext=\"a &lt; b\">"))
  }

  @Test func coloursAListingWithoutChangingItsText() {
    let page = ParsedPage(page("```python\nif x == '<b>':  # \"1\"\n  pass\n```\n"))
    #expect(page.named("code").first?.text == "if x == '<b>':  # \"1\"\n  pass\n")
    #expect(page.named("b").map(\.text) == ["if", "pass"] && page.named("i").map(\.text) == ["# \"1\""])
    #expect(page.texts(styleClass: "string") == ["'<b>'"])
    #expect(page.named("pre").first?.attributes["tabindex"] == "0", "one that is too wide is scrolled with keys")
  }
}
