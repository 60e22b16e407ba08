import NotebookSyntax
import TestSupport
import Testing

/// What is wrong with YAML itself, in front matter and in the bodies of directives.
struct YAMLDiagnosticsTests {
  @Test(arguments: wrongYAML) func reportsWhatIsWrongAndNothingElse(_ notebook: WrongNotebook) {
    notebook.check(NotebookParser.parse(notebook.source.text, file: "notebook.md").diagnostics)
  }

  private static func load(_ description: String, _ body: String, _ expected: WrongNotebook.Expected) -> WrongNotebook {
    WrongNotebook(description, "Words.\n\n```{load}\n\(body)\n```\n", expected)
  }

  private static let alias = "anchors and aliases are not part of the notebook language"
  private static let noBreakSpace = "a no-break space is not a space in YAML"

  private static let wrongYAML: [WrongNotebook] = [
    load(
      "an equals sign for the colon", "1️⃣dataset = digits",
      .at(
        1, .wrongType, "options are written as 'key: value' lines, not as 'dataset = digits'",
        suggestion: "write ':' instead of '='")),
    load("a list for the options", "1️⃣- dataset", .at(1, .wrongType)),
    load("a key that is a list", "1️⃣[a, b]: 1", .at(1, .wrongType, "a key is a word, not a list or mapping")),
    WrongNotebook("a bracket that is not closed", "```{load}\ntrain: [1, 2\n1️⃣```\n", .at(1, .yamlSyntax)),
    load("a tab for indentation", "1️⃣\tdataset: digits", .at(1, .yamlSyntax)),
    load("a second document", "dataset: digits\n1️⃣---\ntrain: 1", .at(1, .yamlSyntax)),
    load(
      "the same key twice", "1️⃣train: 1\ntest: 2\ntrain: 3",
      .at(1, .yamlDuplicateKey, "a key stands once in a mapping, but 'train' stands more often")),
    load("an anchor", "dataset: 1️⃣&a digits", .at(1, .yamlAnchor, alias)),
    load("an alias of nothing", "dataset: 1️⃣*a", .at(1, .yamlAnchor, alias)),
    load("an alias of the list that it stands in", "train: [1️⃣*a]", .at(1, .yamlAnchor, alias)),
    load(
      "a tag", "dataset: 1️⃣!!str digits",
      .at(1, .yamlTag, "the tag 'tag:yaml.org,2002:str' is not part of the notebook language")),
    load("a tag of the user's own", "dataset: 1️⃣!mine digits", .at(1, .yamlTag)),
    load("a tagged mapping", "train: 1️⃣!m {a: b}", .at(1, .yamlTag)),
    load(
      "a no-break space after a colon", "dataset:1️⃣\u{A0}digits",
      .at(1, .yamlSyntax, noBreakSpace, suggestion: "write an ordinary space instead")),
    load("a no-break space before a key", "train: 1\n1️⃣\u{A0}test: 2", .at(1, .yamlSyntax, noBreakSpace)),
    load("a no-break space at the end of a line", "train: 11️⃣\u{A0}", .at(1, .yamlSyntax, noBreakSpace)),
    load("a no-break space in braces", "a: {units:1️⃣\u{A0}8}", .at(1, .yamlSyntax, noBreakSpace)),
    load(
      "a line separator", "caption: a1️⃣\u{2028}train: 3",
      .at(1, .yamlSyntax, "YAML ends lines at U+2028, which editors do not")),
    load("a next-line character in a comment", "# a1️⃣\u{85}train: 3", .at(1, .yamlSyntax)),
    load("a bell", "1️⃣dataset: a\u{7}", .at(1, .yamlSyntax)),
    load(
      "brackets in brackets without end", "1️⃣a: " + String(repeating: "[", count: 3000),
      .at(1, .yamlSyntax, "YAML is nested at most 20 levels deep")),
    load(
      "brackets hidden behind closing ones in quotes",
      "1️⃣a: '" + String(repeating: "]", count: 3000) + "'\nb: " + String(repeating: "[", count: 3000),
      .at(1, .yamlSyntax)),
    load("lists in lists without end", "1️⃣" + String(repeating: "- ", count: 3000) + "a", .at(1, .yamlSyntax)),
    load("keys of keys without end", "1️⃣" + String(repeating: "? ", count: 3000) + "a", .at(1, .yamlSyntax)),
    load(
      "mappings in mappings without end",
      "1️⃣" + (0..<60).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"), .at(1, .yamlSyntax)),
    WrongNotebook(
      "a wrong line of front matter", "---\ntitle: a\nseed: 11️⃣: 2\n---\n", .at(1, .yamlSyntax)),
    WrongNotebook("front matter that is a list", "---\n1️⃣- a\n---\n", .at(1, .wrongType)),
    WrongNotebook("a NUL in front matter", "---\n1️⃣title: a\0\n---\n", .at(1, .yamlSyntax)),
  ]

  @Test func refusesAliasesOfAliasesAtOnce() {
    let growing = (1...40).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1)]\n" }.joined()
    for end in ["", "? *b40\n: 1\n"] {
      let text = "```{load}\nb0: &b0 [x, x]\n\(growing)\(end)```\n"
      let found = NotebookParser.parse(text, file: "notebook.md").diagnostics
      #expect(found.map(\.identifier) == [.yamlAnchor])
    }
  }

  @Test func followsNoAliasOfAFewEither() {
    let text = "```{load}\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n```\n"
    let found = NotebookParser.parse(text, file: "notebook.md").diagnostics
    #expect(found.map(\.identifier) == [.yamlAnchor, .yamlAnchor, .yamlAnchor, .yamlAnchor])
  }

  @Test func readsQuotedAndFoldedTextAsText() {
    let text = "```{load}\na: 'x y'\nb: \"*no\"\nc: |\n  two\n  lines\n'd': no\n```\n"
    let document = NotebookParser.parse(text, file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(
      document.value.directives.first?.options.map(\.value.kind) == [
        .scalar("x y", isQuoted: true), .scalar("*no", isQuoted: true), .scalar("two\nlines\n", isQuoted: true),
        .word("no"),
      ])
  }

  @Test func letsNoBreakSpacesStandInsideText() {
    let text = "```{load}\ncaption: Voici :\u{A0}un\u{A0}texte, dit-il\n```\n"
    #expect(NotebookParser.parse(text, file: "notebook.md").diagnostics.map(\.message) == [])
  }
}
