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
      "a notebook has at most 2500 cells, and this one has 2503")
  }

  @Test func takesSoManyNumbersInTheTextAndNoMore() {
    func text(_ count: Int) -> String {
      "---\nparams: {a: 1}\n---\n" + String(repeating: "{{params.a}}\n", count: count)
    }
    #expect(found(text(NotebookLimits.references)).isEmpty)
    expectLimit(
      text(NotebookLimits.references + 2), line: NotebookLimits.references + 4,
      "the text of a notebook names at most 100000 numbers, and this one 100002")
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
    #expect(found.prefix(1000).allSatisfy { $0.suggestion?.phrase.contains("'") == true })
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

  @Test func takesSoManyKeysAndValuesOfACellAndNoMore() {
    // The mapping, a key, the list, a mapping, four keys and values, and a value each.
    func text(_ count: Int) -> String {
      let values = String(repeating: "1,", count: count - 8)
      return "```{chart}\nseries: [{every: step, values: [\(values)]}]\n```\n"
    }
    #expect(found(text(100_000)).isEmpty)
    expectLimit(text(100_001), line: 2, "a cell has at most 100000 keys and values, and this one has 100001")
    expectLimit(text(150_000), line: 2, "a cell has at most 100000 keys and values, and this one has 150000")
  }

  @Test func takesTextsOfSoManyCharactersAndNoMore() {
    func text(_ count: Int) -> String {
      let long = String(repeating: "ä", count: count)
      return "```{chart}\ncaption: \(long)\nseries: [{every: step, values: [1]}]\n```\n"
    }
    #expect(found(text(1000)).isEmpty)
    expectLimit(text(1001), line: 2, "'caption' has at most 1000 characters, and this one has 1001")
  }

  @Test func takesParametersOfSoManyCharactersAndNoMore() {
    func text(_ count: Int) -> String {
      "---\nparams: {a: \(String(repeating: "b", count: count))}\n---\n"
    }
    #expect(found(text(1000)).isEmpty)
    expectLimit(text(1001), line: 2, "a parameter has at most 1000 characters, and this one has 1001")
  }

  @Test func trainsAModelInSoManyCellsAndNoMore() {
    func text(_ count: Int, _ other: Int) -> String {
      func train(_ model: String) -> String { "```{train}\nmodel: \(model)\nsteps: 1\nbatch: 2\n```\n" }
      let nets = ["a", "b"].map { "```{build}\nlabel: \($0)\nlayers: [dense: {units: 10}]\n```\n" }.joined()
      return TestNotebook.digits + nets + String(repeating: train("b"), count: other)
        + String(repeating: train("a"), count: count)
    }
    #expect(found(text(2048, 300)).isEmpty)
    expectLimit(
      text(2050, 1), line: 6 + 2 * 4 + 5 + 2048 * 5 + 1,
      "a model is trained by at most 2048 cells, and 'a' down to here by 2049")
  }

  @Test func drawsSoManyPointsAndNoMore() {
    func training(_ points: Int) -> String {
      TestNotebook.digits
        + "```{build}\nlayers: [dense: {units: 10}]\n```\n```{train}\nlabel: fit\nsteps: \(points)\nbatch: 2\n"
        + "report: {batch_loss: every step}\n```\n"
    }
    #expect(found(training(200_000)).isEmpty)
    expectLimit(
      training(200_001), line: 10, "the charts of a notebook draw at most 200000 points, and those down to here 200001")
    let chart = "```{chart}\nseries: [fit.batch_loss, {every: step, values: [1, 2]}]\n```\n"
    #expect(found(training(99_999) + chart).isEmpty)
    expectLimit(
      training(100_000) + chart, line: 16,
      "the charts of a notebook draw at most 200000 points, and those down to here 200002")
  }

  @Test func drawsABarForSoManySettingsAndNoMore() {
    let sweep =
      "---\nparams: {units: 1}\n---\n" + TestNotebook.digits
      + "```{build}\nlayers: [dense: {units: $units}, dense: {units: 10}]\n```\n"
      + "```{evaluate}\nlabel: test\n```\n```{sweep}\nlabel: sweep\nover: {units: 1..100}\ncollect: [test.loss]\n```\n"
    func chart(_ count: Int, _ number: String = "sweep.loss") -> String {
      "```{chart}\nkind: bars\nnumbers: [\(Array(repeating: number, count: count).joined(separator: ", "))]\n```\n"
    }
    func limit(_ points: Int) -> String {
      "the charts of a notebook draw at most 200000 points, and those down to here \(points)"
    }
    // Each name of a hundred settings and each "sweep.loss" before one counts as well, a point for a hundred letters.
    let titles = (1...100).map { "units=\($0)".count }.reduce(0, +)
    let points = 100 + (100 * "sweep.loss".count + titles) / 100
    #expect(found(sweep + chart(200_000 / points)).isEmpty)
    expectLimit(sweep + chart(200_000 / points + 1), line: 21, limit((200_000 / points + 1) * points))
    let long = "{number: sweep.loss, name: \(String(repeating: "a", count: 900))}"
    #expect(found(sweep + chart(198, long)).isEmpty)
    expectLimit(sweep + chart(200, long), line: 21, limit(200 * (100 + (100 * 900 + titles) / 100)))
  }

  @Test func comparesSoManyRowsAndNoMore() {
    func text(_ count: Int) -> String {
      let rows = String(repeating: "  - {subject: a, measured: digits.classes, range: 1..9}\n", count: count)
      return TestNotebook.digits + "```{compare}\nrows:\n\(rows)```\n"
    }
    #expect(found(text(10_000)).isEmpty)
    expectLimit(
      text(10_001), line: 7, "the comparisons of a notebook have at most 10000 rows, and those down to here 10001")
  }
}
