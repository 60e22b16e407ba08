import NotebookSyntax
import TestSupport
import Testing

/// The same notebook is read, and the same mistake found in the same place, however its lines end and its fences are written.
struct LineEndTests {
  private static let wrong = """
    ---
    title: A title
    seed: !odd 1
    ---
    Some words with {{oops}}.

    ```{load}
    dataset: !odd digits
    ```
    """

  private static func texts(_ text: String, file: String = "notebook.md") -> [String] {
    NotebookParser.problems(of: text).map { $0.text(file: file) }
  }

  @Test(arguments: ["\r\n", "\r"]) func findsTheSameMistakesWithOtherLineEnds(_ end: String) {
    let expected = Self.texts(Self.wrong)
    #expect(expected.map { $0.prefix(16) } == ["notebook.md:3:7:", "notebook.md:5:17", "notebook.md:8:10"])
    #expect(Self.texts(Self.wrong.replacing("\n", with: end)) == expected)
  }

  @Test func findsTheSameMistakesAfterAByteOrderMark() {
    #expect(Self.texts("\u{FEFF}" + Self.wrong) == Self.texts(Self.wrong))
  }

  @Test func takesAFenceAfterAByteOrderMarkForADirective() {
    let document = NotebookParser.parse("\u{FEFF}```{load}\ndataset: digits\n```\n", file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(document.value.directives.map(\.keyword) == ["load"])
  }

  @Test func countsTheColumnsOfAnIndentedFenceInTheFile() {
    let notebook = WrongNotebook(
      "tags in an indented fence",
      """
         ~~~  {load}
         dataset: 1️⃣!a digits
        train: 2️⃣!a 3
      test: 3️⃣!a 3
           caption: x
         ~~~
      """.replacing("     caption: x\n", with: ""),
      .at(1, .yamlTag), .at(2, .yamlTag), .at(3, .yamlTag))
    let found = NotebookParser.parse(notebook.source.text, file: "notebook.md")
    notebook.check(NotebookParser.problems(of: notebook.source.text))
    #expect(found.value.directives.first?.keywordPosition == SourcePosition(line: 1, column: 9))
  }

  @Test func countsColumnsAfterWideCharactersInScalars() {
    let notebook = WrongNotebook(
      "a tag after an emoji", "```{load}\na: {'👩‍👩‍👧é': 1️⃣!a x}\n```\n", .at(1, .yamlTag))
    notebook.check(NotebookParser.problems(of: notebook.source.text))
  }

  @Test func takesTabsAfterAFenceForNothing() {
    let document = NotebookParser.parse("```\t{load}\t \ndataset: digits\n```\t\n", file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(document.value.directives.first?.keywordPosition == SourcePosition(line: 1, column: 5))
  }

  @Test func givesEveryDirectiveItsLines() {
    let text = "```{load}\na: 1\n```\n\n~~~{build}\n\n\n~~~\n"
    let directives = NotebookParser.parse(text, file: "notebook.md").value.directives
    #expect(directives.map(\.lines) == [1...3, 5...8])
    #expect(directives.map(\.text) == ["a: 1\n", "\n\n"])
  }

  @Test(arguments: ["", "\n", "---\n---\n", "---\ntitle: x\n---"]) func findsNothingWrongWithNothing(_ text: String) {
    let document = NotebookParser.parse(text, file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(document.value.blocks.isEmpty)
  }

  @Test func readsFrontMatterInOrder() {
    let text = "--- \ntitle: A title\nparams: {steps: 3}\n---\t\n# Heading\n"
    let document = NotebookParser.parse(text, file: "notebook.md").value
    #expect(document.frontMatter.map(\.key) == ["title", "params"])
    #expect(document.frontMatter.map(\.keyPosition.line) == [2, 3])
    #expect(document.prose.map(\.kind) == [.heading(level: 1, text: "Heading")])
    #expect(document.prose.map(\.lines) == [5...5])
  }

  @Test func takesARuleFurtherDownForARule() {
    let document = NotebookParser.parse("Words.\n\n---\n\ntitle: x\n", file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(document.value.frontMatter.isEmpty)
    #expect(document.value.prose.count == 3)
  }
}
