import NotebookSyntax
import TestSupport
import Testing

/// What is wrong with YAML itself, in front matter and in the bodies of directives.
struct YAMLDiagnosticsTests {
  @Test(arguments: wrongYAML) func reportsWhatIsWrongAndNothingElse(_ notebook: WrongNotebook) {
    notebook.check(NotebookParser.problems(of: notebook.source.text))
  }

  private static func load(_ description: String, _ body: String, _ expected: WrongNotebook.Expected...)
    -> WrongNotebook
  {
    WrongNotebook(description, "Words.\n\n```{load}\n\(body)\n```\n", expected)
  }

  private static let alias = "anchors and aliases are not part of the notebook language"
  private static let noBreakSpace = "a no-break space is not a space in YAML"

  private static let wrongYAML: [WrongNotebook] = [
    load(
      "an equals sign for the colon", "1️⃣dataset = digits",
      .at(
        1, .wrongType, "options are written as 'key: value' lines, not as 'dataset = digits'",
        suggestion: "write 'dataset: digits'")),
    load(
      "an equals sign among good lines", "dataset: digits\n1️⃣train = 100\ntest: 3",
      .at(
        1, .yamlSyntax, "options are written as 'key: value' lines, not as 'train = 100'",
        suggestion: "write 'train: 100'")),
    load(
      "no blank after a colon", "dataset: digits\n1️⃣train:100\ntest: 3",
      .at(1, .yamlSyntax, suggestion: "write 'train: 100'")),
    load(
      "words that are no option", "dataset: digits\n1️⃣and so on\ntest: 3",
      .at(1, .yamlSyntax, "options are written as 'key: value' lines, not as 'and so on'")),
    load(
      "a colon in a value", "dataset: digits\ncaption: 1️⃣a: b\ntest: 3",
      .at(
        1, .yamlSyntax, "a value with ': ' in it is put in quotes", suggestion: "write 'caption: \"a: b\"'")),
    load(
      "a quote that is not closed", "caption: one\ndataset: 1️⃣\"digits\ntest: 3",
      .at(1, .yamlSyntax, "a text that begins with \" ends with \"", suggestion: "write 'dataset: \"digits\"'")),
    load(
      "a quote that another one closes", "dataset: 1️⃣\"digits\ncaption: \"b\"\ntest: 3",
      .at(1, .yamlSyntax, suggestion: "write 'dataset: \"digits\"'")),
    load("a quote that is not closed in a list", "train: [1️⃣'a, b]", .at(1, .yamlSyntax)),
    load(
      "a deeper key", "dataset: digits\n  1️⃣train: 3",
      .at(
        1, .yamlSyntax, "the keys of a mapping begin in one column, and this one begins in another",
        suggestion: "begin it in column 1")),
    load("a key that is less deep", "a:\n    b: 1\n  1️⃣c: 2", .at(1, .yamlSyntax, suggestion: "begin it in column 1")),
    load(
      "a list beside its key", "dataset: 1️⃣- digits", .at(1, .yamlSyntax, "a list of '- ' lines begins below its key")),
    load(
      "a value that begins with a sign of YAML", "train: 1️⃣@home\nexpect: 2️⃣> 0.9\ntest: 3️⃣`x`\ncaption: 4️⃣%d",
      .at(1, .yamlSyntax, "a value that begins with '@' is put in quotes", suggestion: "write \"@home\""),
      .at(2, .yamlSyntax, "a value that begins with '>' is put in quotes", suggestion: "write \"> 0.9\""),
      .at(3, .yamlSyntax), .at(4, .yamlSyntax)),
    load("an escape that is none", "caption: \"a1️⃣\\d\"", .at(1, .yamlSyntax)),
    load(
      "words after a quoted text", "caption: \"a\" 1️⃣b", .at(1, .yamlSyntax, "nothing follows the closing \" of a value")
    ),
    load("a comma that is missing", "train: [\"a\" 1️⃣\"b\"]", .at(1, .yamlSyntax)),
    load("a bracket that closes nothing", "train: 1️⃣]", .at(1, .yamlSyntax, "this ']' closes nothing")),
    load(
      "mistakes on five lines", "1️⃣train = 100\ndataset: 2️⃣\"digits\ncaption: 3️⃣a: b\ntest: 4️⃣}\n5️⃣\torder: shuffled",
      .at(1, .yamlSyntax), .at(2, .yamlSyntax), .at(3, .yamlSyntax), .at(4, .yamlSyntax), .at(5, .yamlSyntax)),
    load("a list for the options", "1️⃣- dataset", .at(1, .wrongType)),
    load("a key that is a list", "1️⃣[a, b]: 1", .at(1, .wrongType, "a key is a word, not a list or mapping")),
    load(
      "a bracket that is not closed", "train: 1️⃣[1, 2\ntest: 3",
      .at(1, .yamlSyntax, "a list that begins with '[' ends with ']'", suggestion: "add the closing ']'")),
    load("a tab for indentation", "1️⃣\tdataset: digits", .at(1, .yamlSyntax)),
    load(
      "a second document", "dataset: digits\n1️⃣---\ntrain: 1",
      .at(1, .yamlSyntax, "'---' begins a second document, and there is one")),
    load(
      "the same key three times", "train: 1\ntest: 2\n1️⃣train: 3\n2️⃣train: 4",
      .at(1, .yamlDuplicateKey, "a key stands once in a mapping, and 'train' stands here again"),
      .at(2, .yamlDuplicateKey)),
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
    load(
      "a bell", "dataset: a1️⃣\u{7}",
      .at(1, .yamlSyntax, "the control character U+0007 has no place in YAML", suggestion: "delete it")),
    load(
      "brackets in brackets without end",
      "a: " + String(repeating: "[", count: 19) + "1️⃣" + String(repeating: "[", count: 3000),
      .at(1, .yamlSyntax, "YAML is nested at most 20 levels deep")),
    load(
      "brackets hidden behind closing ones in quotes",
      "a: '" + String(repeating: "]", count: 3000) + "'\nb: " + String(repeating: "[", count: 19) + "1️⃣"
        + String(repeating: "[", count: 3000),
      .at(1, .yamlSyntax)),
    load(
      "lists in lists without end",
      String(repeating: "- ", count: 20) + "1️⃣" + String(repeating: "- ", count: 60) + "a",
      .at(1, .yamlSyntax)),
    load(
      "keys of keys without end", String(repeating: "? ", count: 20) + "1️⃣" + String(repeating: "? ", count: 3000) + "a",
      .at(1, .yamlSyntax)),
    load(
      "mappings in mappings without end",
      (0..<60).map { String(repeating: " ", count: $0) + ($0 == 20 ? "1️⃣a:" : "a:") }.joined(separator: "\n"),
      .at(1, .yamlSyntax)),
    WrongNotebook(
      "a wrong line of front matter", "---\ntitle: a\nseed: 1️⃣1: 2\n---\n", .at(1, .yamlSyntax)),
    WrongNotebook("front matter that is a list", "---\n1️⃣- a\n---\n", .at(1, .wrongType)),
    WrongNotebook("a NUL in front matter", "---\ntitle: a1️⃣\0\n---\n", .at(1, .yamlSyntax)),
  ]

  @Test func countsEachAliasOnceAndFollowsNone() {
    let growing = (1...40).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1)]\n" }.joined()
    for end in ["", "? *b40\n: 1\n"] {
      let found = NotebookParser.problems(of: "```{load}\nb0: &b0 [x, x]\n\(growing)\(end)```\n")
      #expect(Set(found.map(\.identifier)).isSubset(of: [.yamlAnchor, .wrongType]))
      #expect(found.count { $0.identifier == .yamlAnchor } == 121 + (end.isEmpty ? 0 : 1))
    }
  }

  @Test func followsNoAliasThatIsHiddenBehindAColonOrATab() {
    let growing = (1...40).map { "\"a\($0)\":&a\($0) [\"k\":*a\($0 - 1),\t\"l\":*a\($0 - 1)]" }.joined(separator: ",")
    let found = NotebookParser.problems(of: "```{load}\n{\"a0\":&a0 [x,x],\(growing),? *a40 : 1}\n```\n")
    #expect(found.contains { $0.identifier == .yamlAnchor })
  }

  @Test func goesOnReadingAfterALineThatIsNoYAML() {
    let text = "```{load}\ntrain = 100\ndataset: \"digits\ncaption: a: b\ntest: 3\n```\n"
    let options = NotebookParser.parse(text, file: "notebook.md").value.directives.first?.options ?? []
    #expect(options.map(\.key) == ["train", "dataset", "caption", "test"])
    #expect(options.map(\.value.isUnreadable) == [false, false, true, false])
    #expect(options.prefix(2).map(\.value.kind) == [.word("100"), .word("digits")])
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
