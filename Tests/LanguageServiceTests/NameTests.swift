import LanguageService
import NotebookSyntax
import Testing

@Suite("Labels, where they are made and used")
struct NameTests {
  /// A notebook that names one of its cells wherever a cell can be named.
  private static let text = """
    ---
    params: {rate: 0.01}
    ---
    After {{test.accuracy}} see [the 😀 test](#test), [](#test.output-1), {{ test.loss }} and test.accuracy.
    ```{load}
    label: digits
    dataset: digits
    ```
    ```{build}
    label: net
    layers: [{lstm: {units: 8}}, {dense: {units: 10}}]
    ```
    ```{train}
    label: fit
    steps: 10
    report: {batch_loss: every 5 steps}
    ```
    ```{evaluate}
    label: "test"
    model: [net]
    on: digits.test
    caption: "中文 {{test.accuracy}}, as [told](#test)"
    expect: ["test.accuracy >= 0", test.loss in 0..9, 'test.accuracy == test.accuracy']
    ```
    ```{compare}
    rows:
      - {subject: test, measured: test.accuracy, range: 0..1}
      - subject: test.accuracy
        measured: test.loss
        range: 0..99
    ```
    ```{chart}
    series: [fit.batch_loss, {series: fit.batch_loss, name: fit}]
    ```
    ```{sweep}
    over: {rate: [0.01, 0.02]}
    collect: [test.accuracy]
    ```

    """

  @Test("A label is renamed where it is made and wherever it is named, and nowhere else")
  func rename() throws {
    let open = TypedNotebook.open(Self.text)
    let ranges = try open.rename(at: Self.place(of: "test\"", in: Self.text), to: "trial")
    #expect(ranges.count == 14)
    #expect(ranges.allSatisfy { Self.text.text(in: $0) == "test" })
    let renamed = ranges.sorted { $1.start < $0.start }.reduce(Self.text) { $0.replacing($1, with: "trial") }
    // What is left says the word and names no cell, or is a part of a data set.
    let left = ["the 😀 test]", "and test.accuracy.", "digits.test", "subject: test,", "subject: test.accuracy"]
    #expect(renamed.ranges(of: "test").count == left.count)
    for text in left { #expect(renamed.contains(text)) }
    #expect(TypedNotebook.problems(in: renamed) == [])
  }

  @Test("A label of any script is renamed, however its letters are put together")
  func renameInAnyScript() throws {
    let text = "其中{{数据.classes}}、[它](#数据)。\n```{load}\nlabel: 数据\ndataset: digits\ncaption: 见{{数据.classes}}\n```\n"
    let open = TypedNotebook.open(text)
    let ranges = try open.rename(at: Self.place(of: "数据.classes", in: text), to: "größe")
    #expect(ranges.count == 4 && ranges.allSatisfy { text.text(in: $0) == "数据" })
    let spelt = "{{e\u{301}.classes}} {{\u{E9}.classes}}\n```{load}\nlabel: \u{E9}\ndataset: digits\n```\n"
    let renamed = try TypedNotebook.open(spelt).rename(at: Self.place(of: "\u{E9}\n", in: spelt), to: "a")
    #expect(renamed.map { $0.end.column - $0.start.column }.sorted() == [1, 1, 2])
    #expect(TypedNotebook.problems(in: text) == [] && TypedNotebook.problems(in: spelt) == [])
  }

  @Test("What is renamed is as right as it was before")
  func renamedIsRight() throws {
    let open = TypedNotebook.open(Self.text)
    let ranges = try open.rename(at: Self.place(of: "net\n", in: Self.text), to: "network")
    let renamed = ranges.sorted { $1.start < $0.start }.reduce(Self.text) { $0.replacing($1, with: "network") }
    #expect(ranges.count == 2)
    #expect(TypedNotebook.problems(in: Self.text) == [])
    #expect(TypedNotebook.problems(in: renamed) == [])
  }

  @Test("From wherever a cell is named one gets to where its label is written")
  func definition() {
    let open = TypedNotebook.open(Self.text)
    let made = open.definition(at: Self.place(of: "test.accuracy}}", in: Self.text))
    #expect(made?.start == Self.place(of: "test\"", in: Self.text))
    #expect(open.definition(at: Self.place(of: "accuracy}}", in: Self.text)) == made)
    #expect(open.definition(at: Self.place(of: "test.loss in", in: Self.text)) == made)
    #expect(open.definition(at: Self.place(of: "#test)", in: Self.text).advanced(by: 1)) == made)
    #expect(open.definition(at: Self.place(of: "After", in: Self.text)) == nil)
  }

  @Test("A cell without a label is made by its directive")
  func unlabelled() throws {
    let typed = TypedNotebook("2️⃣```{load}\ndataset: digits\n```\nIt has {{lo1️⃣ad-1.classes}} classes.\n")
    let made = try #require(typed.open.definition(at: typed.cursor))
    #expect(made.start == SourcePosition(line: 1, column: 4))
    #expect(made.end == SourcePosition(line: 1, column: 10))
    #expect(throws: RenameProblem.self) { try typed.open.renamable(at: typed.cursor) }
  }

  @Test("A parameter is made in the front matter")
  func parameter() {
    for use in ["```{train}\nsteps: $st1️⃣eps\n```", "{{params.st1️⃣eps}}"] {
      let typed = TypedNotebook("---\ntitle: x\nparams: {2️⃣steps: 3}\n---\n\(use)\n")
      #expect(typed.open.definition(at: typed.cursor)?.start == typed[2])
    }
  }

  @Test("A parameter of the same name as a cell is not renamed with it")
  func parameterOfSameName() throws {
    let text = SmallNotebook.text.replacing("params: {", with: "params: {net: fit, ") + "```{train}\nmodel: $net\n```\n"
    let open = TypedNotebook.open(text)
    #expect(try open.rename(at: Self.place(of: "net\n", in: text), to: "network").count == 1)
  }

  @Test("With a training the sweep is renamed that stands behind it, and has its name")
  func repetition() throws {
    let text =
      SmallNotebook.text.replacing("steps: 10", with: "steps: 10\nrepeat: 2")
      + "It comes to {{fit-seeds.batch_loss}}.\n"
    #expect(TypedNotebook.problems(in: text) == [])
    let ranges = try TypedNotebook.open(text).rename(at: Self.place(of: "fit\n", in: text), to: "run")
    #expect(ranges.count == 2)
    let renamed = ranges.sorted { $1.start < $0.start }.reduce(text) { $0.replacing($1, with: "run") }
    #expect(TypedNotebook.problems(in: renamed) == [])
  }

  @Test("References come with the label itself or without")
  func references() {
    let open = TypedNotebook.open(Self.text)
    let place = Self.place(of: "fit\n", in: Self.text)
    #expect(open.references(at: place, includingDefinition: true).count == 3)
    #expect(open.references(at: place, includingDefinition: false).count == 2)
  }

  @Test(
    "A label gets no name that is none or is taken, and nothing else gets one",
    arguments: [("net", "fit"), ("net", "2nd"), ("net", "a b"), ("net", "params"), ("net", ""), ("layers", "x")])
  func refused(word: String, name: String) {
    let open = TypedNotebook.open(Self.text)
    #expect(throws: RenameProblem.self) { try open.rename(at: Self.place(of: word, in: Self.text), to: name) }
  }

  @Test("Nothing is renamed while a cell cannot be read, which may name it")
  func broken() {
    let typed = TypedNotebook(
      SmallNotebook.text.replacing("label: test", with: "label: te1️⃣st") + "```{chart}\nseries: [fit\n```\n")
    #expect(throws: RenameProblem.self) { try typed.open.rename(at: typed.cursor, to: "other") }
  }

  /// The place where a text stands first.
  private static func place(of text: String, in whole: String) -> SourcePosition {
    let before = whole[..<(whole.firstRange(of: text)?.lowerBound ?? whole.endIndex)]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return SourcePosition(line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1)
  }
}
