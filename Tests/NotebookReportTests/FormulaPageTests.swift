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

  private static let space = "<mspace width=\"0.167em\"></mspace>"

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
    ("x \\exp y", "<mi>x</mi>\(Self.space)<mi>exp</mi>\(Self.space)<mi>y</mi>"),
    ("\\log_2 x", "<msub><mi>log</mi><mn>2</mn></msub>\(Self.space)<mi>x</mi>"),
    (
      "\\exp\\left.x\\right.",
      "<mi>exp</mi><mrow><mrow><mi>x</mi></mrow></mrow>"
    ),
    ("\\exp-x", "<mi>exp</mi><mo form=\"prefix\">−</mo><mi>x</mi>"),
    ("a)-b", "<mi>a</mi><mo stretchy=\"false\" form=\"postfix\">)</mo><mo>−</mo><mi>b</mi>"),
    ("\\left.a\\right.-b", "<mrow><mrow><mi>a</mi></mrow></mrow><mo>−</mo><mi>b</mi>"),
    ("\\bar y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">¯</mo></mover>"),
    ("\\overline y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"true\">¯</mo></mover>"),
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
    for small in ["\\frac{\\sum_i x}{2}", "\\begin{matrix}\\sum_i x\\end{matrix}"] {
      #expect(try math(small, sign: "$$").contains("<msub><mo>∑</mo><mi>i</mi></msub>"))
    }
    let aligned = try math("\\begin{aligned}\\sum_i x\\end{aligned}")
    #expect(aligned.hasPrefix("<mtable class=\"aligned\" displaystyle=\"true\">") && aligned.contains("<munder>"))
    #expect(try math("\\begin{cases}x\\end{cases}").contains("<mtable class=\"cases\"><mtr>"))
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
