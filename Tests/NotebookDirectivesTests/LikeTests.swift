import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import RecurrentEngine
import Testing

/// A network that is like another but for what its own cell says.
struct LikeTests {
  private static let net = """
    ```{load}
    label: digits
    dataset: digits
    train: 40
    test: 20
    ```
    ```{build}
    label: net
    layers: [gru: {units: $units}, dense: {units: 10}]
    readout: mean
    expect: net.layers == 2
    ```

    """
  private static let parameters = "---\nparams: {units: 6}\n---\n"

  private func run(_ text: String) throws -> TestRun { try TestNotebook(Self.parameters + Self.net + text).run() }

  private func keys(_ text: String, _ overrides: [ParameterOverride] = []) throws -> [CacheKey] {
    try TestNotebook(Self.parameters + text, overrides: overrides).plan().cacheKeys()
  }

  @Test func isWhatItsCellSaysAndElseWhatTheOtherSays() throws {
    let like = try run("```{build}\nlabel: two\nlike: net\nlayers: [gru: {units: 7}, dense: {units: 10}]\n```\n")
    let written = try run(
      "```{build}\nlabel: two\ndata: digits\nlayers: [gru: {units: 7}, dense: {units: 10}]\nreadout: mean\n```\n")
    #expect(like.runner.session.models["two"]?.parameters == written.runner.session.models["two"]?.parameters)
    #expect(like.runner.session.models["two"]?.network.readout == .mean)
    #expect(like.result(2)?.fields == written.result(2)?.fields)
    let other = try run("```{build}\nlabel: two\nlike: net\nreadout: last_output\n```\n")
    #expect(other.runner.session.models["two"]?.parameters == other.runner.session.models["net"]?.parameters)
    #expect(other.runner.session.models["two"]?.network.readout == .lastOutput)
  }

  @Test func showsWhatWasTakenOver() throws {
    let run = try run(
      "```{build}\nlabel: two\nlike: net\nlayers: [dense: {units: 10}]\nreadout: last_output\n```\n"
        + "```{build}\nlike: two\n```\n```{build}\nlike: two\ndata: digits\nlayers: [dense: {units: 10}]\nreadout: last_output\n```\n"
    )
    #expect(run.result(1)?.outputs.first?.noteText == nil)
    #expect(run.result(2)?.outputs.first?.noteText == "Taken over from net: data digits.")
    #expect(run.result(3)?.outputs.first?.noteText == "Taken over from two: layers, readout last_output, data digits.")
    #expect(run.result(4)?.outputs.first?.noteText == "Taken over from two: nothing.")
  }

  @Test func readsTheDataOfTheOtherWhateverWasLoadedSince() throws {
    let run = try run(
      "```{load}\ndataset: sines\ntrain: 20\ntest: 10\n```\n```{build}\nlabel: two\nlike: net\n```\n")
    #expect(run.runner.session.models["two"]?.network.input == run.runner.session.models["net"]?.network.input)
  }

  @Test func changesWithTheOther() throws {
    let like = "```{build}\nlabel: two\nlike: net\nreadout: final_state\n```\n"
    let before = try keys(Self.net + like)
    let changed = try keys(Self.net.replacing("readout: mean", with: "readout: last_output") + like)
    #expect(before[2].digest == changed[2].digest, "what is not taken over moves nothing")
    let layers = try keys(Self.net.replacing("gru", with: "lstm") + like)
    #expect(layers[2].changes(since: before[2]).contains("layer 1 gru → lstm"))
    let parameter = try keys(Self.net + like, [ParameterOverride(name: "units", value: "9")])
    #expect(parameter[2].changes(since: before[2]) == ["layer 1 units 6 → 9"])
  }

  @Test func saysWhereWhatDoesNotFitIsTakenOverFrom() throws {
    let found = TestNotebook(
      Self.parameters + Self.net
        + "```{load}\nlabel: text\ndataset: sentences\ntime_steps: 8\n```\n```{build}\nlike: net\ndata: text\nreadout: every_step\n```\n"
    ).planned().diagnostics
    #expect(found.map(\.message) == ["the last layer has as many units as there are classes: 29, not 10"])
    #expect(found.first?.position == SourcePosition(line: 22, column: 7))
    #expect(found.first?.related.map(\.position) == [SourcePosition(line: 12, column: 9)])
  }

  @Test func takesOverNoMoreThanThereMayBe() {
    let layers = String(repeating: "dense: {units: 1}, ", count: 900).replacing("dense", with: "{dense")
      .replacing("1},", with: "1}},")
    let many = "```{load}\ndataset: digits\n```\n```{build}\nlabel: net\nlayers: [\(layers)dense: {units: 10}]\n```\n"
    func found(_ count: Int) -> [Diagnostic] {
      TestNotebook(many + String(repeating: "```{build}\nlike: net\n```\n", count: count)).planned().diagnostics
    }
    // Each layer is an item, its name and its options, of which there is one.
    #expect(found(18).isEmpty)
    let beyond = found(24)
    #expect(!beyond.isEmpty && beyond.allSatisfy { $0.identifier == .limit })
    #expect(
      beyond.first?.message == "what cells take over from others has at most 100000 keys and values in all")
  }
}

extension CellOutput {
  fileprivate var noteText: String? { if case .note(let text) = self { text } else { nil } }
}
