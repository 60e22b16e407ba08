import NotebookSyntax
import TestSupport
import Testing

/// Fences in languages that are known, cut into what is coloured.
struct ListingTests {
  private func listings(_ text: String) -> [Listing] {
    NotebookParser.parse(text, file: "notebook.md").value.prose.flatMap(\.pieces).compactMap { piece in
      if case .listing(let listing) = piece { listing } else { nil }
    }
  }

  /// The text with what is coloured between signs: `‹keyword›`, `«string»`, `⟨comment⟩` and `[number]`.
  private func coloured(_ language: String, _ text: String) -> String {
    listings("````\(language)\n\(text)\n````\n").flatMap(\.tokens).map { token in
      switch token.kind {
      case .plain: token.text
      case .keyword: "‹\(token.text)›"
      case .string: "«\(token.text)»"
      case .comment: "⟨\(token.text)⟩"
      case .number: "[\(token.text)]"
      }
    }.joined().trimmingEnd
  }

  @Test(arguments: [
    ("python", "def f(x):  # a \"b\"\n  return x1 + 1e-3", "‹def› f(x):  ⟨# a \"b\"⟩\n  ‹return› x1 + [1e-3]"),
    ("python", "a = rb'x\\'#' + \"\"\"b\n'c\"\"\"", "a = «rb'x\\'#'» + «\"\"\"b\n'c\"\"\"»"),
    ("py", "définir = None", "définir = ‹None›"),
    ("swift", "let a = 0x1F /* b\n\"c */ + 0...5", "‹let› a = [0x1F] ⟨/* b\n\"c */⟩ + [0]...[5]"),
    ("swift", "\"a \\\" b\" // c", "«\"a \\\" b\"» ⟨// c⟩"),
    ("sh", "if [ $# = 1 ]; then echo 'a\\'; fi # b", "‹if› [ $# = [1] ]; ‹then› echo «'a\\'»; ‹fi› ⟨# b⟩"),
    ("yaml", "- key: it's 1 # c\n  a: http://x#y", "- ‹key›: it's [1] ⟨# c⟩\n  ‹a›: http://x#y"),
    ("json", "{\"a\" : \"b\", \"c\": [true, -1.5]}", "{‹\"a\"› : «\"b\"», ‹\"c\"›: [‹true›, -[1.5]]}"),
    ("toml", "a = \"b\" # c", "‹a› = «\"b\"» ⟨# c⟩"), ("c", "'\\n' + \"never\n1", "«'\\n'» + «\"never»\n[1]"),
    ("js", "`a\n${1}`", "«`a\n${1}`»"), ("lua", "--[[ a\n]] local b -- c", "⟨--[[ a\n]]⟩ ‹local› b ⟨-- c⟩"),
    ("python title=x", "\"\"\"open", "«\"\"\"open\n»"), ("Python{1}", "if 2-1.", "‹if› [2]-[1]."),
    ("c,numbers", "if 1e+3", "‹if› [1e+3]"), ("yaml", "a#b\n#c", "a#b\n⟨#c⟩"),
  ]) func coloursWhatALanguageHas(_ language: String, _ text: String, _ expected: String) {
    #expect(coloured(language, text) == expected)
  }

  @Test(arguments: ["", "text", "markdown", "brainfuck"]) func leavesWhatItDoesNotKnowAsItIs(_ language: String) {
    #expect(listings("```\(language)\nif 1\n```\n").isEmpty)
  }

  @Test func coloursAFenceInAListAndKeepsWhatStandsAroundIt() {
    let pieces = NotebookParser.parse("- a\n\n  ```sh\n  if\n  ```\n\n  b\n", file: "notebook.md").value.prose.flatMap(
      \.pieces)
    #expect(pieces.count == 3)
    #expect(pieces.first == .html("<ul>\n<li>\n<p>a</p>\n") && pieces.last == .html("\n<p>b</p>\n</li>\n</ul>\n"))
  }

  /// What is copied from a page is what stands in the notebook.
  @Test(arguments: ["python", "swift", "sh", "yaml", "json", "toml", "c", "js", "lua"])
  func losesNoByteOfAnyText(_ language: String) {
    let alphabet = Array("\"'`\\#/*-[]:= \n.1eax_é字{}$")
    var state: UInt64 = 1
    for _ in 0..<300 {
      let characters = (0..<40).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let text = String(characters)
      let listing = listings("~~~~~~~~ \(language)\n\(text)\n~~~~~~~~\n").first
      #expect(listing?.tokens.map(\.text).joined() == text + "\n")
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { last == "\n" ? String(dropLast()) : self }
}
