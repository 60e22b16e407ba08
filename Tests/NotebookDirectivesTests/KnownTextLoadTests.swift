import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

/// Texts by name: found, to be fetched, or replaced by sentences.
struct KnownTextLoadTests {
  private static let load = "```{load}\nlabel: text\ndataset: time-machine\nOPTIONS\n```\n"

  private func notebook(
    _ options: String = "time_steps: 10", folders: [String] = [], supply: DatasetSupply = .network(failures: [:]),
    _ rest: String = ""
  ) -> TestNotebook {
    var notebook = TestNotebook(Self.load.replacing("OPTIONS", with: options) + rest)
    notebook.environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: folders), supply: supply, notebookFolder: "/nowhere")
    return notebook
  }

  @Test func isPlannedBeforeItIsFetched() throws {
    let plan = notebook().planned()
    #expect(plan.diagnostics.isEmpty)
    #expect(plan.value.absentDatasets == ["time-machine"])
    let net = "```{build}\nlayers: [lstm: {units: 2}, dense: {units: UNITS}]\n```\n"
    for (options, units) in [("time_steps: 10", 70), ("normalize: letters", 27), ("characters: 5000", 70)] {
      let built = notebook(options, net.replacing("UNITS", with: "\(units)")).planned()
      #expect(built.diagnostics.isEmpty, "the vocabulary is known though the text is not there")
      #expect(!notebook(options, net.replacing("UNITS", with: "26")).planned().diagnostics.isEmpty)
    }
  }

  @Test func saysWhereItLookedAndWhatMayStandIn() {
    #expect(
      notebook(folders: ["/a"], supply: .folders).planned().diagnostics.map(\.message)
        == ["the text 'time-machine' is not in /a/time-machine/timemachine.txt, /a/texts/time-machine.txt"])
    let failed = notebook(supply: .network(failures: ["time-machine": "it rains"])).planned().diagnostics
    #expect(failed.map(\.message) == ["the text 'time-machine' is not in any folder, and it rains"])
    #expect(failed.map(\.suggestion) == ["say where it is with --data DIR, or add 'fallback: sentences'"])
    let digits = notebook("fallback: digits", supply: .folders).planned().diagnostics
    #expect(digits.map(\.message) == ["'digits' cannot stand in here"])
  }

  @Test func sentencesStandInWithAsManyCharactersOfTheSameAlphabet() throws {
    let rest = """
      ```{build}
      label: net
      layers: [lstm: {units: 2}, dense: {units: 27}]
      ```
      ```{evaluate}
      label: test
      expect: test.perplexity < 2
      ```

      """
    let options = "fallback: sentences\nnormalize: letters\ncharacters: 3000\ntime_steps: 10"
    let run = try notebook(options, supply: .network(failures: ["time-machine": "it rains"]), rest).run()
    #expect(run.report.outcome == .succeeded, "what cannot be held against the figures of others is not checked")
    #expect(run.number("text", "characters") == 3000 && run.number("text", "vocabulary") == 27)
    #expect(
      run.result(0)?.notices == [
        "The real text was not found, and it rains: generated sentences stand in for time-machine. "
          + "Nothing here can be compared with anybody's figures."
      ])
  }

  @Test func refusesAnotherFileUnderItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write("Not the novel.", to: "time-machine/timemachine.txt")
    let found = notebook(folders: [folder.path]).planned().diagnostics
    #expect(found.map(\.identifier) == [.unreadableData])
    #expect(found.first?.message.contains("not the file of time-machine") == true)
  }

  @Test func takesNoMoreThanThereIs() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "A bird sings. ", count: 10), to: "words.txt")
    let load = "```{load}\ntext: words.txt\ntime_steps: 1\ncharacters: 141\n```\n"
    let found = TestNotebook(load, folder: folder.path).planned().diagnostics
    #expect(found.map(\.message) == ["the text has 140 characters, and 141 are to be taken"])
    let run = try TestNotebook(
      load.replacing("141", with: "14\ntest: 4\nnormalize: letters\nlabel: text"), folder: folder.path
    )
    .run()
    #expect(run.number("text", "characters") == 14 && run.number("text", "vocabulary") == 9)
  }
}
