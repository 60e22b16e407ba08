import NotebookSyntax
import TestSupport
import Testing

/// What is wrong with the blocks of a notebook, before any option is understood.
struct FenceDiagnosticsTests {
  @Test(arguments: wrongFences) func reportsWhatIsWrongAndNothingElse(_ notebook: WrongNotebook) {
    notebook.check(NotebookParser.parse(notebook.source.text, file: "notebook.md").diagnostics)
  }

  private static let wrongFences: [WrongNotebook] = [
    WrongNotebook(
      "a directive's fence that runs to the end of the file",
      """
      Some words.

      1️⃣```{load}
      dataset: digits

      More words, which: are not, options.
      """,
      .at(
        1, .unclosedFence, "a fence is closed; this one runs to the end of the file",
        suggestion: "add a line '```' after this block")),
    WrongNotebook(
      "a fence whose end is missing before the next directive",
      """
      1️⃣~~~~{load}
      dataset: digits

      Words between.

      ~~~~{train}
      steps: 3
      ~~~~
      """,
      .at(
        1, .unclosedFence, "a fence is closed before the next directive, which begins on line 6",
        suggestion: "add a line '~~~~' after this block")),
    WrongNotebook(
      "an open fence that only shows, and every open one after it",
      """
      1️⃣```swift
      let x = 1

      2️⃣```{load}
      dataset: digits
      3️⃣```{train}
      steps: 3
      """,
      .at(1, .unclosedFence), .at(2, .unclosedFence), .at(3, .unclosedFence)),
    WrongNotebook(
      "a fence that a shorter one does not close",
      """
      1️⃣````{load}
      dataset: digits
      ```
      """,
      .at(1, .unclosedFence, suggestion: "add a line '````' after this block")),
    WrongNotebook(
      "an indented open fence",
      """
        1️⃣```{load}
        dataset: digits
      """,
      .at(1, .unclosedFence)),
    WrongNotebook(
      "directives in lists and quotes",
      """
      > 1️⃣```{load}
      > ```

      - 2️⃣~~~{train}
        ~~~
        * > 3️⃣```{build}
          > ```
      """,
      .at(1, .nestedDirective), .at(2, .nestedDirective), .at(3, .nestedDirective)),
    WrongNotebook(
      "a comment that hides the rest of the file",
      """
      Words.

      1️⃣<!-- not closed

      ```{load}
      """,
      .at(1, .unclosedComment)),
    WrongNotebook(
      "options beside the keyword",
      """
      ```1️⃣{load dataset=digits}
      ```
      ~~~ 2️⃣{train, label: fit}
      ~~~
      ```3️⃣{ build }
      ```
      ```4️⃣{}
      ```
      ```5️⃣{evaluate} later
      ```
      """,
      .at(1, .malformedDirective, suggestion: "options go on the lines below, as 'key: value'"),
      .at(2, .malformedDirective), .at(3, .malformedDirective), .at(4, .malformedDirective),
      .at(5, .malformedDirective)),
    WrongNotebook(
      "front matter without an end",
      """
      1️⃣---
      title: x

      Words.
      """,
      .at(
        1, .frontMatter, "front matter ends with a line '---'",
        suggestion: "close it, or write '***' for a rule at the top of the page")),
    WrongNotebook(
      "several mistakes at once, in the order of the file",
      """
      ---
      title: [1️⃣&a b]
      ---
      A number: 2️⃣{{oops}}.

      > 3️⃣```{load}
      > ```

      ```4️⃣{train now}
      ```
      5️⃣```{build}
      """,
      .at(1, .yamlAnchor), .at(2, .malformedReference), .at(3, .nestedDirective), .at(4, .malformedDirective),
      .at(5, .unclosedFence)),
  ]

  @Test func doesNotTakeALongerFenceOfAnotherMarkForADirective() {
    let text = """
      ~~~~markdown
      ```{load}
      dataset: digits
      ```
      ~~~~

          ```{load}
      """
    let document = NotebookParser.parse(text, file: "notebook.md")
    #expect(document.diagnostics.isEmpty)
    #expect(document.value.directives.isEmpty)
  }

  @Test func readsOnAfterAFenceThatWasLeftOpen() {
    let text = """
      ```{load}
      label: digits
      dataset: digits

      ```{build}
      label: net
      ```
      """
    let directives = NotebookParser.parse(text, file: "notebook.md").value.directives
    #expect(directives.map(\.keyword) == ["load", "build"])
    #expect(directives.map(\.isBroken) == [true, false])
    #expect(directives.map { $0.options.first?.value.kind } == [.word("digits"), .word("net")])
  }

  @Test func reportsAFileThatIsNotUTF8WithTheLine() {
    let bytes = Array("Words.\r\nMore \u{2028} words.\n".utf8) + [0x63, 0x61, 0x66, 0xE9, 0x0A]
    let found = NotebookParser.parse(bytes: bytes, file: "notebook.md").diagnostics
    #expect(
      found.map { $0.text(file: "notebook.md") } == [
        "notebook.md:3:4: error: a notebook is a UTF-8 text; save the file with the encoding UTF-8 [notebook.encoding]"
      ])
  }
}

extension NotebookDocument {
  /// The directives in order.
  var directives: [DirectiveBlock] {
    blocks.compactMap { if case .directive(let block) = $0 { block } else { nil } }
  }

  /// The prose in order.
  var prose: [ProseBlock] {
    blocks.compactMap { if case .prose(let block) = $0 { block } else { nil } }
  }
}

extension YAMLValue.Kind {
  /// A scalar without quotes.
  static func word(_ text: String) -> Self { .scalar(text, isQuoted: false) }
}
