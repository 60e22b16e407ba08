import NotebookSyntax
import Testing

/// A value changed in a notebook's text, and nothing else.
struct OptionEditTests {
  private static let text = """
    ---
    title: A notebook
    ---
    # Prose with learning_rate: 0.001

    ```{train}
    label: fit   # a name
    steps: $steps
    optimizer: {adam: {learning_rate: 0.001, beta_1: 0.9}}
    caption: "quoted: 0.001"
    report:
      batch_accuracy: every 20 steps
    ```

       ```{train}
       label: indented
       steps: 5
       ```

    """

  private func edited(_ path: String, _ value: String, cell: Int = 0, text: String = text) throws -> String {
    let document = NotebookParser.parse(text, file: "a.md").value
    let lines = document.blocks.compactMap {
      if case .directive(let block) = $0 { block.lines.lowerBound } else { nil }
    }
    return try OptionEdit(path, value: value)
      .applied(to: document, cellOnLine: lines.indices.contains(cell) ? lines[cell] : 0)
  }

  @Test(arguments: [
    ("steps", "20", "steps: $steps\n", "steps: 20\n"),
    ("learning_rate", "0.01", "learning_rate: 0.001,", "learning_rate: 0.01,"),
    ("optimizer.adam.beta_1", "0.8", "beta_1: 0.9}", "beta_1: 0.8}"),
    ("caption", "plain", "\"quoted: 0.001\"", "plain"),
    ("optimizer", "sgd", "{adam: {learning_rate: 0.001, beta_1: 0.9}}", "sgd"),
    ("adam", "{}", "{learning_rate: 0.001, beta_1: 0.9}}", "{}}"),
    ("report.batch_accuracy", "every step", "every 20 steps", "every step"),
    ("label", "other", "label: fit   # a name", "label: other   # a name"),
  ])
  func movesNothingElse(_ path: String, _ value: String, _ before: String, _ after: String) throws {
    #expect(try edited(path, value) == Self.text.replacing(before, with: after))
  }

  @Test func addsAnOptionThatIsNotThere() throws {
    #expect(
      try edited("batch", "64") == Self.text.replacing("every 20 steps\n```", with: "every 20 steps\nbatch: 64\n```"))
    #expect(
      try edited("optimizer.sgd.learning_rate", "0.1", cell: 1)
        == Self.text.replacing("   steps: 5\n", with: "   steps: 5\n   optimizer: {sgd: {learning_rate: 0.1}}\n"))
  }

  @Test func countsLinesAsEditorsDo() throws {
    let text = Self.text.replacing("\n", with: "\r\n")
    #expect(try edited("steps", "20", text: text) == text.replacing("$steps\r\n", with: "20\r\n"))
    #expect(try edited("batch", "64", text: text).contains("every 20 steps\r\nbatch: 64\r\n```\r\n"))
  }

  @Test(arguments: [
    #""a \"q\" b""#, #"'it''s'"#, #"'a \'"#, #""a \\""#, #""''""#, #"'"'"#, #""""#, "''", #""é\u0301 🙂""#,
    "e\u{301}t\u{E9}",
  ]) func replacesAWholeQuotation(_ written: String) throws {
    let text = "```{train}\ncaption: \(written)  # a remark\nsteps: 1\n```\n"
    let edit = try edited("caption", "new", text: text)
    #expect(Array(edit.utf8) == Array("```{train}\ncaption: new  # a remark\nsteps: 1\n```\n".utf8))
    let nested = "```{train}\na: {caption: \(written), b: 'x'}\n```\n"
    #expect(try edited("caption", "new", text: nested) == "```{train}\na: {caption: new, b: 'x'}\n```\n")
  }

  @Test(arguments: [
    "[]", "{}", "[a, [b, c]]", "{a: {b: [c]}}", #"[ "]", ']' , "\"]"]"#, "{a: it's}", "{a: 'it''s }', b: }", "[a#b]",
    "[é\u{301}, 🙂]",
  ]) func replacesAWholeListOrMappingThatStandsInOneLine(_ written: String) throws {
    let text = "```{train}\nreport: \(written)  # a remark ]}\nsteps: 1\n```\n"
    #expect(try edited("report", "new", text: text) == "```{train}\nreport: new  # a remark ]}\nsteps: 1\n```\n")
    let nested = "```{train}\na: {report: \(written), b: x}\n```\n"
    #expect(try edited("report", "new", text: nested) == "```{train}\na: {report: new, b: x}\n```\n")
  }

  @Test(arguments: ["[a,\n  b]\n", "{a: 1, # }\n  b: 2}\n", "['a\n  b']\n", "\n  a: 1\n", "\n- a\n", "\n  - {a: 1}\n"])
  func leavesAListOrMappingOfSeveralLines(_ written: String) {
    let text = "```{train}\nreport: \(written)steps: 1\n```\n"
    #expect(throws: OptionEditProblem.self) { try edited("report", "new", text: text) }
  }

  @Test(arguments: ["|\n  a | b\n", ">\n  a > b\n", "\"a\n  b\"\n", "'a\n  b'\n", "a\n  b\n"])
  func leavesAValueOfSeveralLines(_ written: String) {
    let text = "```{train}\ncaption: \(written)steps: 1\n```\n"
    #expect(throws: OptionEditProblem.self) { try edited("caption", "new", text: text) }
  }

  @Test(arguments: ["\r", "\r\n", "\n"]) func endsAddedLinesAsTheFileDoes(_ end: String) throws {
    let text = Self.text.replacing("\n", with: end)
    let expected = Self.text.replacing("every 20 steps\n```", with: "every 20 steps\nbatch: 64\n```")
    #expect(Array(try edited("batch", "64", text: text).utf8) == Array(expected.replacing("\n", with: end).utf8))
  }

  @Test(arguments: ["\u{2028}", "\u{85}", "\u{B}", "\u{C}"]) func countsNoOtherCharacterAsALineEnd(_ other: String)
    throws
  {
    let text = Self.text.replacing("# Prose", with: "# \(other)Prose")
    #expect(try edited("steps", "20", text: text) == text.replacing("steps: $steps\n", with: "steps: 20\n"))
  }

  @Test func refusesWhatDoesNotStandInOneLine() {
    #expect(throws: OptionEditProblem.self) { try edited("report", "{}") }
    #expect(throws: OptionEditProblem.self) { try edited("steps", "1", cell: 7) }
    #expect(throws: OptionEditProblem.self) { try edited("optimizer.sgd.learning_rate", "1") }
  }

  @Test func asksWhichOneWhereAKeyStandsTwice() throws {
    let text = "```{build}\nlayers:\n  - lstm: {units: 4}\n  - dense: {units: 10}\n```\n"
    let problem = #expect(throws: OptionEditProblem.self) { try edited("units", "5", text: text) }
    #expect(problem?.phrase == "'units' stands in this cell 2 times; say which, as in 'outer.units'")
    #expect(try edited("layers.lstm.units", "5", text: text) == text.replacing("units: 4", with: "units: 5"))
  }
}
