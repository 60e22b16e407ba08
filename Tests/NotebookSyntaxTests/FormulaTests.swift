import NotebookSyntax
import TestSupport
import Testing

/// Formulas in prose: where one is meant, what is understood of it, and what is said of the rest.
struct FormulaTests {
  private func pieces(_ text: String) -> [ProsePiece] {
    NotebookParser.parse(text, file: "notebook.md").value.prose.flatMap(\.pieces)
  }

  /// The text with each formula that is understood between `«` and `»`.
  private func html(_ text: String) -> String {
    pieces(text).map { piece in
      switch piece {
      case .html(let html): html
      case .formula(let formula): formula.isDisplay ? "««\(formula.source)»»" : "«\(formula.source)»"
      case .reference(let reference): "{\(reference.text)}"
      case .crossReference(let target): "{#\(target)}"
      case .noteReference(let name, _): "{^\(name)}"
      case .listing(let listing): "{\(listing.language)}"
      }
    }.joined()
  }

  private func content(_ source: String) -> [FormulaNode] {
    for case .formula(let formula) in pieces("$\(source)$\n") { return formula.content }
    return []
  }

  @Test(arguments: [
    ("Let $x_t$ be", "Let «x_t» be"), ("$a_1 * b_2 * c$ and *d*", "«a_1 * b_2 * c» and <em>d</em>"),
    ("其中$x_t$是", "其中«x_t»是"), ("*$a$* [$b$](c)", "<em>«a»</em> <a href=\"c\">«b»</a>"),
    ("$\\frac{a}{b}$, $\\{x\\}$", "«\\frac{a}{b}», «\\{x\\}»"), ("$a <b$ and $c> d$", "«a <b» and «c> d»"),
    ("{{f.l}} $x$ {{g.m}}", "{f.l} «x» {g.m}"), ("$x$ costs \\$5", "«x» costs $5"),
    ("$a\n= b$ is", "«a\n= b» is"), ("See $$x$$ here", "See ««x»» here"), ("$a \\$ b$ c$", "«a \\$ b» c$"),
    ("$5 and $x$", "$5 and «x»"), ("$$ a $b$", "$$ a «b»"), ("` $x$", "` «x»"), ("a <$x$> b", "a &lt;«x»&gt; b"),
    ("<a: $c$>", "&lt;a: «c»&gt;"), ("[a](b $c$)", "[a](b «c»)"),
  ]) func findsAFormula(_ text: String, _ expected: String) {
    #expect(html(text) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    "It costs $5 and $6.", "`$x$` and `$y`", "\\$x\\$", "from $ to $", "$name", "$x $", "a $5-$10 range", "$ x$",
    "``$`x$``", "$5 and `$x$`", "$$5 and `$$x$$`", "It costs $$5.", "$$ $$", "$$$$",
    "$5 and `$\\foo$`", "$$5 and `$$\\foo$$`",
    "<http://a.b/$c$>", "[a](b$c) [d](e$f)", "US$ 5 or C$ 6",
  ]) func takesNoFormulaForWhatIsText(_ text: String) {
    let parsed = NotebookParser.parse(text, file: "notebook.md")
    #expect(!html(text).contains("«"))
    #expect(parsed.diagnostics.map(\.message) == [])
  }

  @Test func hidesAFormulaFromMarkdownOnManyLines() {
    #expect(html("Then\n\n$$\nx\n= y\n- z\n$$\n\nend\n") == "<p>Then</p>\n<p>««\nx\n= y\n- z\n»»</p>\n<p>end</p>\n")
    #expect(html("> $$\n> a\n> + b\n> $$\n> c\n") == "<blockquote>\n<p>««\na\n+ b\n»»\nc</p>\n</blockquote>\n")
    #expect(html("- a\n  $$\n  x\n  - z\n  $$\n") == "<ul>\n<li>a\n««\nx\n- z\n»»</li>\n</ul>\n")
    #expect(html("-\n  $$\n  x\n  - z\n  $$\n") == "<ul>\n<li>««\nx\n- z\n»»</li>\n</ul>\n")
    #expect(html("| a | b |\n|---|---|\n| $|x|$ | c |\n").contains("<td>«|x|»</td><td>c</td>"))
    #expect(html("```\n$x$ $y$\n```\n\n    $x$\n\n$z$\n").contains("<code>$x$ $y$\n</code>"))
  }

  @Test(arguments: ["$$\nx\n- z\n$$", "> $$\n> x\n> - z\n> $$", "- a\n  $$\n  x\n  - z\n  $$"])
  func saysNothingOfAFormulaThatLooksLikeAList(_ text: String) {
    #expect(NotebookParser.parse(text, file: "notebook.md").diagnostics.isEmpty)
  }

  @Test func putsBackWhatIsNoText() {
    #expect(html("[a](b \"$c$ d\")") == "<p><a href=\"b\" title=\"$c$ d\">a</a></p>\n")
    #expect(html("[a](<b $c$>)") == "<p><a href=\"b%20$c$\">a</a></p>\n")
  }

  @Test func readsNoMoreFormulasThanItsMost() {
    let lines = [String](repeating: String(repeating: "$x$ ", count: 128), count: 256)
    let parsed = NotebookParser.parse(lines.joined(separator: "\n"), file: "notebook.md")
    #expect(parsed.diagnostics.map(\.message) == ["a notebook has at most 32767 formulas"])
    #expect(parsed.diagnostics.map(\.position) == [SourcePosition(line: 256, column: 509)])
    let more = NotebookParser.parse((lines + ["$x$ $y$"]).joined(separator: "\n"), file: "notebook.md")
    #expect(more.diagnostics.count == 1, "it is said once")
  }

  @Test func leavesEachOfManyFormulasInItsPlace() {
    let count = 3000
    let text = (0..<count).map { "a $x_{\($0)}$ *b*" }.joined(separator: "\n")
    let found = pieces(text).compactMap { piece -> String? in
      if case .formula(let formula) = piece { formula.source } else { nil }
    }
    #expect(found == (0..<count).map { "x_{\($0)}" })
  }

  @Test func namesAHeadingByTheSourceOfItsFormula() {
    let prose = NotebookParser.parse("## The gate $f_t$\n", file: "notebook.md").value.prose
    #expect(prose.map(\.kind) == [.heading(level: 2, text: "The gate f_t")])
  }

  @Test func readsTheCharactersOfMarksAsTheyAreInText() {
    let characters = String(String.UnicodeScalarView((0xFDD0...0xFDD2).compactMap(Unicode.Scalar.init)))
    #expect(html("\(characters) $x$") == "<p>\u{FFFD}\u{FFFD}\u{FFFD} «x»</p>\n")
    #expect(html(characters) == "<p>\(characters)</p>\n")
  }

  @Test func understandsWhatStandsAboveAndBelow() {
    let x = FormulaNode.variable("x")
    #expect(content("x_t^2") == [.scripts(x, below: .variable("t"), above: .number("2"))])
    #expect(content("x^12") == [.scripts(x, below: nil, above: .number("1")), .number("2")])
    #expect(content("x'") == [.scripts(x, below: nil, above: .sign("′", .closing))])
    #expect(content("x'^2") == [.scripts(x, below: nil, above: .row([.sign("′", .closing), .number("2")]))])
    #expect(
      content("\\sum_{i=1}^n x_i").first
        == .scripts(
          .sign("∑", .sum), below: .row([.variable("i"), .sign("=", .operation), .number("1")]), above: .variable("n")))
  }

  @Test func understandsFractionsRootsAccentsAndBrackets() {
    let (x, y) = (FormulaNode.variable("x"), FormulaNode.variable("y"))
    #expect(content("\\frac{x}y") == [.fraction(x, over: y)])
    #expect(content("\\sqrt[3]{x}") == [.root(x, degree: .number("3"))])
    #expect(content("\\widehat x \\bar y") == [.accent(x, "^", isWide: true), .accent(y, "¯", isWide: false)])
    #expect(content("\\left< x \\right\\|") == [.fenced("⟨", .row([x]), "‖")])
    #expect(content("\\hat{x} \\overline y") == [.accent(x, "^", isWide: false), .accent(y, "¯", isWide: true)])
    #expect(content("\\left( x \\right.") == [.fenced("(", .row([x]), "")])
    #expect(content("\\mathrm{soft max} \\mathbf{W}") == [.upright("softmax"), .upright("𝐖")])
    #expect(content("\\mathbf{Wx1}x") == [.row([.upright("𝐖"), .upright("𝐱"), .number("𝟏")]), x])
    #expect(content("\\text{if } 3.14") == [.text("if "), .number("3.14")])
    #expect(content("\\text{a\n\\_b} 3.") == [.text("a _b"), .number("3"), .sign(".", .punctuation)])
    #expect(content("30°") == [.number("30"), .upright("°")])
    #expect(content("\\sigma(x) \\le \\tanh y").count == 7)
    #expect(
      content("\\begin{cases} x & y \\\\ y \\end{cases}")
        == [.fenced("{", .grid([[.row([x]), .row([y])], [.row([y])]], .left), "")])
    #expect(content("\\begin{aligned} x \\\\ y \\\\ \\end{aligned}") == [.grid([[.row([x])], [.row([y])]], .aligned)])
  }

  /// The letters of an alphabet are those that Unicode calls so.
  @Test(arguments: [
    ("mathbf", "0123456789", "MATHEMATICAL BOLD DIGIT"), ("mathbf", "AZ", "MATHEMATICAL BOLD CAPITAL"),
    ("mathbf", "az", "MATHEMATICAL BOLD SMALL"), ("mathbf", "ΑΔΣΩ", "MATHEMATICAL BOLD CAPITAL"),
    ("mathbf", "ασω", "MATHEMATICAL BOLD SMALL"), ("mathbb", "01", "MATHEMATICAL DOUBLE-STRUCK DIGIT"),
    ("mathbb", "ABDY", "MATHEMATICAL DOUBLE-STRUCK CAPITAL"), ("mathbb", "az", "MATHEMATICAL DOUBLE-STRUCK SMALL"),
    ("mathbb", "CHNPQRZ", "DOUBLE-STRUCK CAPITAL"), ("mathcal", "ACZ", "MATHEMATICAL SCRIPT CAPITAL"),
    ("mathcal", "BEFHILMR", "SCRIPT CAPITAL"),
  ]) func hasTheLettersOfAlphabets(_ alphabet: String, _ letters: String, _ name: String) {
    for letter in letters.unicodeScalars {
      let (found, expected): (String?, String) =
        switch content("\\\(alphabet) \(letter)").first {
        case .upright(let found)?, .number(let found)?:
          (found.unicodeScalars.first?.properties.name, letter.properties.name ?? "")
        default: (nil, "")
        }
      let last = expected.split(separator: " ").last ?? ""
      #expect(found.map { $0.hasSuffix("\(name) \(last)") } == true, "\(letter): \(found ?? "nothing")")
    }
  }

  @Test(arguments: [
    ("a $x + 1️⃣\\foo$", "a formula knows no '\\foo'"), ("$1️⃣\\fracc{a}{b}$", "a formula knows no '\\fracc'"),
    ("$1️⃣{x$", "'{' is closed by '}'"), ("$x1️⃣}$", "'}' closes nothing"), ("$x_11️⃣_2$", "'_' stands once behind a letter"),
    ("$a 1️⃣& b$", "'&' divides the cells of a matrix, and stands in none"),
    ("$x1️⃣_$", "'_' is followed by what it is about"),
    ("$1️⃣\\frac{a}$", "'\\frac' is followed by what it is about"), ("$1️⃣\\left( x$", "'\\left' is closed by '\\right'"),
    ("$x 1️⃣\\right)$", "'\\right' closes nothing"), ("$5 1️⃣% of$", "'%' stands for nothing in a formula"),
    ("$1️⃣\\begin{array} x \\end{array}$", "a formula knows no '\\begin{array}'"),
    ("$1️⃣\\begin{matrix} x$", "'\\begin{matrix}' is closed by '\\end{matrix}'"),
    ("$\\mathbb{1️⃣é}$", "'\\mathbb' has no 'é'"),
    ("$\\text{a 1️⃣\\b}$", "'\\text' has words in its braces, and no commands or braces"),
    ("b\n\n1️⃣$$\nx\n\n$$ y $$", "'$$' begins a formula, and no other ends it before the next empty line"),
    ("- 1️⃣$$\n  x\n  - z\n  $$", "'$$' begins a formula, and its paragraph ends before the next '$$'"),
    ("> 2. 1️⃣$$ x\n>    - z $$", "'$$' begins a formula, and its paragraph ends before the next '$$'"),
    ("- 1️⃣$$ x\n\n  y $$", "'$$' begins a formula, and no other ends it before the next empty line"),
    ("1️⃣$$\nx\n```\n$$\n```", "'$$' begins a formula, and no other ends it before the next empty line"),
    ("1️⃣$$\n- $x$ and $$", "'$$' begins a formula, and no other ends it before the next empty line"),
    ("> a\n> $x\n> = 1️⃣\\foo$", "a formula knows no '\\foo'"),
    ("$x1️⃣^$", "'^' is followed by what it is about"), ("$x^11️⃣^2$", "'^' stands once behind a letter"),
    ("$\\sqrt1️⃣[]{x}$", "the degree of a root is a number or a letter"),
    ("$\\sqrt1️⃣[+]{x}$", "the degree of a root is a number or a letter"), ("$\\sqrt1️⃣[3{x}$", "'[' is closed by ']'"),
    ("$1️⃣\\begin{matrix} x \\end{cases}$", "'\\begin{matrix}' is closed by '\\end{matrix}'"),
    ("$x$ *b* $1️⃣\\foo$ {{c.d}}", "a formula knows no '\\foo'"),
  ]) func saysWhereTheFirstThingStandsThatIsNotUnderstood(_ text: String, _ message: String) {
    let notebook = MarkedNotebook(text)
    let found = NotebookParser.parse(notebook.text, file: "notebook.md").diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.position) == [notebook[1]])
    #expect(found.map(\.identifier) == [.formula])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: ["a\n1️⃣$$2️⃣\nx", "- 1️⃣$$2️⃣ x\n- $$", "$a 1️⃣\\foo2️⃣ b$", "$a 1️⃣%2️⃣$"])
  func saysWhereItEnds(_ text: String) {
    let notebook = MarkedNotebook(text)
    let found = NotebookParser.parse(notebook.text, file: "notebook.md").diagnostics
    #expect(found.map(\.position) == [notebook[1]] && found.map(\.end) == [notebook[2]])
  }

  @Test func showsWhatIsNotUnderstoodAsItIsWritten() {
    #expect(html("a $x_1 *\\foo* <b> y_2$ c") == "<p>a $x_1 *\\foo* &lt;b&gt; y_2$ c</p>\n")
    let suggestion = NotebookParser.parse("$\\fracc{a}{b}$", file: "notebook.md").diagnostics.first?.suggestion?.phrase
    #expect(suggestion == "did you mean '\\frac'?")
  }

  @Test(arguments: ["{", "\\hat", "\\frac", "\\sqrt", "x_{", "\\left(", "\\begin{matrix}", "\\mathrm"])
  func refusesPartsInPartsWithoutEnd(_ part: String) {
    let found = NotebookParser.parse("$\(String(repeating: part, count: 1900 / part.count))$", file: "notebook.md")
      .diagnostics
    #expect(found.map(\.message) == ["the parts of a formula are nested at most 24 levels deep"])
  }

  @Test func readsPartsInPartsAsFarAsItSays() {
    func found(_ depth: Int) -> [String] {
      let text = String(repeating: "{", count: depth - 1) + "x" + String(repeating: "}", count: depth - 1)
      return NotebookParser.parse("$\(text)$", file: "notebook.md").diagnostics.map(\.message)
    }
    #expect(found(24) == [])
    #expect(found(25) == ["the parts of a formula are nested at most 24 levels deep"])
  }

  @Test func refusesAFormulaLongerThanAnyIs() {
    let found = NotebookParser.parse("$\(String(repeating: "x", count: 2001))$", file: "notebook.md").diagnostics
    #expect(found.map(\.message) == ["a formula has at most 2000 characters, and this one has 2001"])
    #expect(NotebookParser.parse("$\(String(repeating: "x", count: 2000))$", file: "notebook.md").diagnostics.isEmpty)
  }

  @Test func readsFormulasInACaption() {
    let caption = Caption.read("Of $x_1 * y$ and $\\foo$", at: SourcePosition(line: 7, column: 10))
    #expect(caption.value.prose.pieces.count { if case .formula = $0 { true } else { false } } == 1)
    #expect(caption.diagnostics.map(\.position) == [SourcePosition(line: 7, column: 10)])
  }
}
