import NotebookSyntax
import TestSupport
import Testing

/// `{{label.field}}` in prose: which are found, where they stand, and what is shown as it is written.
struct ReferenceTests {
  /// Expects the references of a text in the places of its marks, numbered from 1.
  private func expect(
    _ references: [String], in marked: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let notebook = MarkedNotebook(marked)
    let document = NotebookParser.parse(notebook.text, file: "notebook.md")
    let found = document.value.prose.flatMap(\.references)
    #expect(document.diagnostics.isEmpty, sourceLocation: sourceLocation)
    #expect(found.map(\.text) == references, sourceLocation: sourceLocation)
    #expect(found.map(\.position) == references.indices.map { notebook[$0 + 1] }, sourceLocation: sourceLocation)
  }

  @Test func findsTheFirstAndTheSecondOfALine() {
    expect(["a.x", "b.y-z"], in: "One 1️⃣{{a.x}} and 2️⃣{{b.y-z}}.")
  }

  @Test func findsThemOnEveryLineOfAParagraph() {
    expect(["a.x", "a.x", "b.y"], in: "Line\n1️⃣{{a.x}}\n  é👩‍👩‍👧 2️⃣{{a.x}}\n3️⃣{{b.y}}")
  }

  @Test func findsThemInEmphasisLinksHeadingsListsAndQuotes() {
    expect(
      ["a.x", "a.y", "a.z", "a.v", "a.w"],
      in: "# H 1️⃣{{a.x}}\n\n*e **2️⃣{{a.y}}***\n\n[l 3️⃣{{a.z}}](u)\n\n- i\n  - 4️⃣{{a.v}}\n\n> > 5️⃣{{a.w}}\n")
  }

  @Test func findsThoseThatMeanANumberOutOfASeries() {
    expect(["a.x@0", "a.x_y.mean@20..320"], in: "One 1️⃣{{a.x@0}}, *2️⃣{{a.x_y.mean@20..320}}*.")
  }

  @Test(arguments: [
    ("a.x@320", SeriesExcerpt.value(at: 320)), ("a.x@0", .value(at: 0)), ("a.x.mean@7..7", .mean(7...7)),
    ("a.x.mean@0..1000", .mean(0...1000)),
  ]) func readsWhatIsMeantOfASeries(_ text: String, _ excerpt: SeriesExcerpt) throws {
    let reference = try #require(FieldReference(text, at: SourcePosition(line: 1)))
    #expect(reference.label == "a")
    #expect(reference.field == "x")
    #expect(reference.excerpt == excerpt)
    #expect(reference.text == text)
  }

  @Test(arguments: [
    "a.x@", "a.x@-1", "a.x@1.5", "a.x@1..2", "a.x@x", "a@1", "a.x.mean@1", "a.x.mean@2..1", "a.x.mean@1..",
    "a.x.mean@..2", "a.x.mean@1..2..3", "a.x.mean", "a.x.max@1..2", "a.x.y.mean@1..2", "a.mean@1..2", "a.x@1@2",
    "a.x@99999999999", "a.x@٣",
  ]) func takesForNoReference(_ text: String) {
    #expect(FieldReference(text, at: SourcePosition(line: 1)) == nil)
  }

  @Test func findsThoseThatMeanPointsOfASweep() {
    expect(
      ["a.x(rate=0.003, seed=2)", "a.y(b=1)@20"],
      in: "One 1️⃣{{a.x(seed=2,rate=0.003)}}, *2️⃣{{a.y(b=1)@20}}*.")
  }

  @Test(arguments: [
    "a.x(rate=0.003, units=64)", "a.x( units = 64 ,rate=0.003)", "a.x(units=64, rate=0.003)",
  ]) func namesTheSamePointsInAnyOrder(_ text: String) throws {
    let reference = try #require(FieldReference(text, at: SourcePosition(line: 1)))
    #expect(reference.field == "x(rate=0.003, units=64)")
    #expect(reference.text == "a.x(rate=0.003, units=64)")
  }

  @Test(arguments: [
    "a.x()", "a.x(b)", "a.x(b=)", "a.x(=1)", "a.x(b=1, b=2)", "a.x(b=1,)", "a(b=1)", "(b=1)a.x", "a.x(b=1)c",
    "a.x@1(b=1)", "a.x(b=1", "a.xb=1)", "a.x)b=1(", "a.x(1b=1)", "a.x(b=1).y",
  ]) func takesForNoPointsOfASweep(_ text: String) {
    #expect(FieldReference(text, at: SourcePosition(line: 1)) == nil)
  }

  @Test func namesCellsInAnyScript() {
    expect(["数据.classes", "größe.x@3", "params.速率"], in: "其中1️⃣{{数据.classes}}和2️⃣{{ größe.x@3 }}、3️⃣{{params.速率}}。")
    expect(["网.loss(速率=0.1)"], in: "1️⃣{{网.loss(速率=0.1)}}")
  }

  @Test func takesTwoSpellingsOfALabelForOne() {
    let prose = NotebookParser.parse("{{e\u{301}.x}} [](#e\u{301}) [a](#e\u{301})", file: "notebook.md").value.prose
    #expect(prose.flatMap(\.references).map { Array($0.label.unicodeScalars) } == [["\u{E9}"]])
    #expect(prose.flatMap(\.links).map { Array($0.target.unicodeScalars) } == [["\u{E9}"], ["\u{E9}"]])
    #expect(
      prose.flatMap(\.pieces).contains { if case .html(let html) = $0 { html.contains("#%C3%A9") } else { false } })
  }

  @Test func letsBlanksStandBesideTheName() {
    expect(["a.x", "a.y"], in: "# H 1️⃣{{ a.x }}\n\n2️⃣{{  a.y}}.")
    let document = NotebookParser.parse("# H {{ a.x }} `{{ b }}`", file: "notebook.md").value
    #expect(document.prose.first?.kind == .heading(level: 1, text: "H {{a.x}} {{ b }}"))
  }

  @Test func showsAsTextWhatABackslashEscapes() {
    expect(["a.y"], in: "\\{{a.x}}, {\\{a.x}}, \\{{no reference}}, \\{{ 1️⃣{{a.y}}")
    let html = NotebookParser.parse("\\{{a.x}} \\\\{{a.y}}", file: "notebook.md").value.prose.flatMap(\.pieces)
    let reference = FieldReference(label: "a", field: "y", position: SourcePosition(line: 1, column: 12))
    #expect(html == [.html("<p>{{a.x}} \\"), .reference(reference), .html("</p>\n")])
  }

  @Test func leavesThemInCodeAsTheyAre() {
    let text = "A `{{a.x}}`.\n\n    {{a.y}}\n\n```\n{{a.z}} {{ not\n```\n"
    expect([], in: text)
    let html = NotebookParser.parse(text, file: "notebook.md").value.prose.flatMap(\.pieces)
    #expect(
      html == [
        .html("<p>A <code>{{a.x}}</code>.</p>\n"), .html("<pre><code>{{a.y}}\n</code></pre>\n"),
        .html("<pre><code>{{a.z}} {{ not\n</code></pre>\n"),
      ])
  }

  @Test func keepsTheirPlacesBesideCodeAndAddresses() {
    expect(["a.x", "a.y"], in: "`{{a.x}}` 1️⃣{{a.x}} [l](/{{b.y}} \"{{t.t}}\") 2️⃣{{a.y}}")
  }

  @Test func cutsTheRenderedProseWhereTheyStand() {
    let document = NotebookParser.parse("It is *{{a.x}}* < `1`.", file: "notebook.md").value
    let reference = FieldReference(label: "a", field: "x", position: SourcePosition(line: 1, column: 8))
    #expect(
      document.prose.first?.pieces == [
        .html("<p>It is <em>"), .reference(reference), .html("</em> &lt; <code>1</code>.</p>\n"),
      ])
  }

  @Test func isNotDeceivedByTextThatLooksLikeItsOwnMarks() {
    let text = "A <!--nbrun reference 0--> `<!--nbrun reference 0-->` {{a.x}}"
    let pieces = NotebookParser.parse(text, file: "notebook.md").value.prose.first?.pieces ?? []
    #expect(
      pieces == [
        .html("<p>A <!-- raw HTML omitted --> <code>&lt;!--nbrun reference 0--&gt;</code> "),
        .reference(FieldReference(label: "a", field: "x", position: SourcePosition(line: 1, column: 55))),
        .html("</p>\n"),
      ])
  }

  @Test(arguments: wrongReferences) func reportsWhatIsNoReference(_ notebook: WrongNotebook) {
    notebook.check(NotebookParser.parse(notebook.source.text, file: "notebook.md").diagnostics)
  }

  private static let hint = "write \\{{ or put it between backticks to show it as it is"

  private static let wrongReferences: [WrongNotebook] = [
    WrongNotebook(
      "a name without a field", "It is 1️⃣{{accuracy}}.",
      .at(
        1, .malformedReference, "a measured number is written {{label.field}}, not {{accuracy}}", suggestion: hint)),
    WrongNotebook("a name with two fields", "é 1️⃣{{a.b.c}}", .at(1, .malformedReference)),
    WrongNotebook("a space inside its name", "{{a.b}} 1️⃣{{a. b}} {{a.b}}", .at(1, .malformedReference)),
    WrongNotebook("nothing in it", "1️⃣{{}}", .at(1, .malformedReference)),
    WrongNotebook("markup in it", "1️⃣{{a.*b*}}", .at(1, .malformedReference)),
    WrongNotebook(
      "no end", "{{a.b}} 1️⃣{{a.b and on",
      .at(1, .malformedReference, "'{{' is followed by label.field and '}}' on the same line", suggestion: hint)),
    WrongNotebook("an end on the next line", "Words\n1️⃣{{a.\nb}}", .at(1, .malformedReference)),
    WrongNotebook(
      "one of them after the same in code", "`{{1}}` [x]({{2}}) 1️⃣{{3}}\n\n- 2️⃣{{1}}", .at(1, .malformedReference),
      .at(2, .malformedReference)),
  ]

  @Test func readsThousandsOfThem() {
    let text = String(repeating: "{{a.b}} ", count: 3000)
    let found = NotebookParser.parse(text, file: "notebook.md").value.prose.flatMap(\.references)
    #expect(found.map(\.position.column) == (0..<3000).map { $0 * 8 + 1 })
  }

  @Test func showsThousandsThatAreEscaped() {
    let document = NotebookParser.parse(String(repeating: "\\{{", count: 20_000), file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(document.value.prose.flatMap(\.references).isEmpty)
  }

  @Test(arguments: [
    "a", "Ab-c_d9", String(repeating: "x", count: 64), "ä", "a\u{301}", "数据", "данные-2", "नमस्ते", "x٣", "ε_ü",
  ]) func takesForAName(_ name: String) {
    #expect(FieldReference.isName(name))
  }

  @Test(arguments: [
    "", "1a", "-a", "a-", "a_", "a b", "a.b", "\u{301}a", "数据。", "数 据", "٣x", "字_", "字-", "a\u{200B}b", "a\u{FE0F}",
    "a\u{202E}b", "😀", "a’b", String(repeating: "x", count: 65),
  ])
  func takesForNoName(_ name: String) {
    #expect(!FieldReference.isName(name))
  }
}

extension ProseBlock {
  /// The references in order.
  var references: [FieldReference] {
    pieces.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }
}
