import NotebookPlanning
import NotebookSyntax
import TestSupport
import Testing

/// The bounds of a notebook: what lies on them is taken, what lies beyond is refused with the sum that was found.
struct NotebookLimitTests {
  private func found(_ text: String) -> [Diagnostic] { TestNotebook(text).planned().diagnostics }

  private func expectLimit(
    _ text: String, line: Int, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = found(text)
    #expect(found.map(\.identifier) == [.limit], sourceLocation: sourceLocation)
    #expect(found.first?.position.line == line, sourceLocation: sourceLocation)
    #expect(found.first?.message == message, sourceLocation: sourceLocation)
  }

  @Test func takesSoManyCellsAndNoMore() {
    let cell = "```{chart}\nseries: [{values: [1], at: [0]}]\n```\n"
    let count = NotebookLimits.cells
    #expect(found(String(repeating: cell, count: count)).isEmpty)
    expectLimit(
      String(repeating: cell, count: count + 3), line: 1 + 3 * count,
      "a notebook has at most 10000 cells, and this one has 10003")
  }

  @Test func takesSoManyNumbersInTheTextAndNoMore() {
    func text(_ count: Int) -> String {
      "---\nparams: {a: 1}\n---\n" + String(repeating: "{{params.a}}\n", count: count)
    }
    #expect(found(text(NotebookLimits.references)).isEmpty)
    expectLimit(
      text(NotebookLimits.references + 2), line: NotebookLimits.references + 4,
      "the text of a notebook names at most 100000 numbers, and this is one more")
  }

  @Test func takesSoManyParametersAndNoMore() {
    func text(_ count: Int) -> String {
      "---\nparams:\n" + (0..<count).map { "  p\($0): 1\n" }.joined() + "---\n"
    }
    #expect(found(text(NotebookLimits.parameters)).isEmpty)
    expectLimit(
      text(NotebookLimits.parameters + 1), line: 3, "a notebook has at most 1000 parameters, and this one has 1001")
  }

  @Test(arguments: ["[a](#label-twi) ", "{{label-twi.x}} ", "{{params.label-twi}} "])
  func looksForWhatWasMeantInTheTextAThousandTimes(_ wrong: String) {
    let text =
      "---\nparams: {label-two: 1}\n---\n```{chart}\nlabel: label-two\nseries: [{values: [1], at: [0]}]\n```\n\n"
    let found = found(text + String(repeating: wrong, count: 1200))
    #expect(found.count == 1200)
    #expect(found.prefix(1000).allSatisfy { $0.suggestion?.contains("'") == true })
    #expect(found.dropFirst(1000).allSatisfy { $0.suggestion == nil })
  }

  @Test func looksForTheKeysThatWereMeantAThousandTimes() {
    let wrong = (0..<1200).map { "trainn\($0): 1\n" }.joined()
    let found = found("```{load}\ndataset: digits\n\(wrong)```\n").filter { $0.identifier == .unknownKey }
    #expect(found.count == 1200)
    #expect(found.prefix(1000).allSatisfy { $0.suggestion != nil })
    #expect(found.dropFirst(1000).allSatisfy { $0.suggestion == nil })
  }

  @Test func addsUpTheModelsOfANotebook() {
    let model = "```{build}\nlayers: [lstm: {units: 4000}, dense: {units: 10}]\n```\n"
    #expect(found(TestNotebook.digits + String(repeating: model, count: 15)).isEmpty)
    let many = found(TestNotebook.digits + String(repeating: model, count: 20))
    #expect(many.map(\.identifier) == [.limit])
    #expect(many.first?.position == SourcePosition(line: 6 + 3 * 15 + 1, column: 4))
    #expect(
      many.first?.message
        == "the data sets and models down to here need 5 GB of memory (data sets 0, models 4.1), and a notebook's take at most 4"
    )
  }

  @Test func takesSoManyLevelsOfYAMLAndNoMore() {
    func text(_ depth: Int) -> String {
      "```{chart}\ntitle: \(String(repeating: "[", count: depth))\(String(repeating: "]", count: depth))\n```\n"
    }
    #expect(found(text(19)).map(\.identifier) == [.missingKey, .wrongType])
    #expect(found(text(20)).map(\.message) == ["YAML is nested at most 20 levels deep"])
  }
}
