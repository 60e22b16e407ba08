import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import Testing

/// What is known of a right notebook before anything runs.
struct PlanTests {
  @Test func knowsCellsAndParametersByNamesOfAnyScript() throws {
    let latin =
      "---\nparams: {n: 30}\n---\n```{load}\nlabel: data\ndataset: digits\ntrain: $n\ntest: 10\n```\n```{build}\nlabel: net\ndata: data\nlayers: [dense: {units: 10}]\n```\n```{evaluate}\nlabel: test\nmodel: net\non: data.test\nexpect: test.accuracy >= 0\n```\n{{data.classes}} [](#test)\n"
    let chinese = latin.replacing("data.", with: "数据.").replacing(": data\n", with: ": 数据\n").replacing(
      "net\n", with: "网络\n"
    )
    .replacing("test.acc", with: "测试.acc").replacing("label: test", with: "label: 测试").replacing("#test", with: "#测试")
    .replacing("$n", with: "$数").replacing("{n:", with: "{数:")
    let plans = try [latin, chinese].map { try TestNotebook($0).plan() }
    #expect(plans.map { $0.header.cells.map(\.label) } == [["data", "net", "test"], ["数据", "网络", "测试"]])
    #expect(plans[0].cacheKeys().map(\.digest) == plans[1].cacheKeys().map(\.digest))
    let decomposed = try TestNotebook("```{load}\nlabel: e\u{301}\ndataset: digits\n```\n").plan().header.cells
    #expect(
      decomposed.map { Array($0.label.unicodeScalars) } == [["\u{E9}"]], "the bytes of a link are those of its place")
  }

  private static let text = """
    ---
    title: A title
    lang: en-GB
    seed: 7
    params: {steps: 3, rate: 1e-3}
    article: {title: An article, author: Someone, date: 2017-05-01}
    ---
    # A heading

    \(TestNotebook.digits)
    ```{build}
    caption: The network
    layers: [dense: {units: 10}]
    ```
    ```{train}
    steps: $steps
    batch: 16
    optimizer: {adam: {learning_rate: $rate}}
    report: {batch_loss: every $steps steps}
    ```
    It took {{params.steps}} steps.
    """

  @Test func knowsTheFrontMatter() throws {
    let header = try TestNotebook(Self.text).plan().header
    #expect(header.title == "A title")
    #expect(header.language == "en-GB")
    #expect(header.seed == 7)
    #expect(header.article == RunHeader.Article(title: "An article", author: "Someone", date: "2017-05-01"))
    #expect(header.notebookName == "notebook.md")
  }

  @Test func knowsTheCellsInOrderWithTheirLabelsAndLines() throws {
    let plan = try TestNotebook(Self.text).plan()
    #expect(plan.cells.map(\.header.keyword) == ["load", "build", "train"])
    #expect(plan.cells.map(\.header.label) == ["digits", "build-2", "train-3"])
    #expect(plan.cells.map(\.header.line) == [10, 17, 21])
    #expect(plan.cells.map(\.header.index) == [0, 1, 2])
    #expect(plan.cells.map(\.header.caption?.text) == [nil, "The network", nil])
    #expect(plan.header.cells == plan.cells.map(\.header))
    #expect(plan.header.sections.count == 5)
  }

  @Test func takesTheFirstHeadingOrTheFileNameForATitle() throws {
    #expect(try TestNotebook("## Second\n\n# First *one*\n").plan().header.title == "First one")
    #expect(try TestNotebook("## Second\n").plan().header.title == "notebook.md")
  }

  @Test func hasDefaultsForWhatTheFrontMatterDoesNotSay() throws {
    let header = try TestNotebook("").plan().header
    #expect(header.language == "en")
    #expect(header.seed == 1)
    #expect(header.article == nil)
    #expect(header.parameters.isEmpty)
  }

  @Test func digestsTheTextAndNotItsPlace() throws {
    let digest = try TestNotebook("Words.\n").plan().header.notebookDigest
    #expect(digest == (try TestNotebook("Words.\n", folder: "/elsewhere").plan().header.notebookDigest))
    #expect(digest != (try TestNotebook("Words!\n").plan().header.notebookDigest))
    #expect(digest.count == 64)
  }

  @Test func prefersTheSeedOfTheCommandLine() throws {
    #expect(try TestNotebook(Self.text, seed: 99).plan().header.seed == 99)
  }

  @Test func givesEachParameterItsDefault() throws {
    #expect(
      try TestNotebook(Self.text).plan().header.parameters == [
        RunHeader.ParameterSetting(name: "steps", value: "3", replacedDefault: nil),
        RunHeader.ParameterSetting(name: "rate", value: "1e-3", replacedDefault: nil),
      ])
  }

  @Test func takesTheLastValueOfTheCommandLineAndRemembersTheDefault() throws {
    let overrides = [ParameterOverride(name: "steps", value: "4"), ParameterOverride(name: "steps", value: "5")]
    let header = try TestNotebook(Self.text, overrides: overrides).plan().header
    #expect(header.parameters.first == RunHeader.ParameterSetting(name: "steps", value: "5", replacedDefault: "3"))
  }

  @Test func runsWithTheValueOfTheCommandLine() throws {
    let run = try TestNotebook(Self.text, overrides: [ParameterOverride(name: "steps", value: "2")]).run()
    #expect(run.number("train-3", "steps") == 2)
    #expect(run.number("params", "steps") == 2)
    #expect(run.points("train-3", "batch_loss")?.map(\.x) == [0, 1])
  }

  @Test func refusesAParameterOfTheCommandLineThatTheNotebookDoesNotHave() {
    let planned = TestNotebook(Self.text, overrides: [ParameterOverride(name: "stesp", value: "4")]).planned()
    #expect(
      planned.texts == [
        "notebook.md:5:9: error: the notebook has no parameter 'stesp', which -p sets; did you mean 'steps'? [parameter.unknown]"
      ])
  }

  @Test func refusesAWrongValueOfTheCommandLineWhereItIsUsed() {
    let planned = TestNotebook(Self.text, overrides: [ParameterOverride(name: "steps", value: "many")]).planned()
    #expect(planned.diagnostics.map(\.identifier) == [.wrongType, .wrongType])
    #expect(planned.diagnostics.map(\.position.line) == [22, 25])
  }

  @Test func neverGivesACellTheLabelOfAnother() throws {
    let text = "```{load}\nlabel: build-2\ndataset: digits\n```\n```{build}\nlayers: [dense: {units: 10}]\n```\n"
    let labels = try TestNotebook(text + "{{build-2.classes}}").plan().cells.map(\.header.label)
    #expect(labels.first == "build-2")
    #expect(Set(labels).count == 2)
  }

  @Test func usesTheLatestDataAndModelUnlessOthersAreNamed() throws {
    let small = TestNotebook.model.replacing("digits", with: "other").replacing("net", with: "second")
      .replacing("dataset: other", with: "dataset: digits").replacing("train: 300", with: "train: 64")
    let ends =
      "```{train}\nlabel: a\nepochs: 1\nbatch: 16\n```\n```{train}\nlabel: b\ndata: digits\nmodel: net\nepochs: 1\nbatch: 16\n```\n"
    let run = try TestNotebook(TestNotebook.model + small + ends).run()
    #expect(run.number("a", "epoch_steps") == 4)
    #expect(run.number("b", "epoch_steps") == 18)
    #expect(run.runner.session.models["net"]?.trainings == 1)
    #expect(run.runner.session.models["second"]?.trainings == 1)
  }
}
