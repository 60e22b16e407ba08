import NotebookSyntax
import RecurrentEngine
import TestSupport
import Testing

/// The bounds of what a cell may ask for: what lies on them is taken, what lies beyond is refused with the sum.
struct SizeLimitTests {
  /// What is out of range in a notebook.
  private func found(_ text: String, in folder: String = "/nowhere") -> [String] {
    TestNotebook(text, folder: folder).planned().diagnostics.filter { $0.identifier == .outOfRange }.map(\.message)
  }

  private func training(_ options: String) -> String { TestNotebook.model + "```{train}\n\(options)\n```\n" }

  @Test(arguments: ["dense", "simple_rnn", "gru"]) func takesLayersOfSoManyUnitsAndNoMore(_ layer: String) {
    func model(_ units: Int) -> String {
      TestNotebook.digits + "```{build}\nlayers: [{\(layer): {units: \(units)}}, {dense: {units: 10}}]\n```\n"
    }
    #expect(TestNotebook(model(4096)).planned().diagnostics.isEmpty)
    #expect(found(model(4096)) == [])
    #expect(found(model(4097)) == ["'units' is from 1 to 4096, not 4097"])
  }

  @Test func takesSoManyLayersAndParametersAndNoMore() {
    func model(_ layers: String) -> [String] {
      TestNotebook(TestNotebook.digits + "```{build}\nlayers: [\(layers)dense: {units: 10}]\n```\n").planned()
        .diagnostics
        .map(\.message)
    }
    #expect(model(String(repeating: "gru: {units: 1}, ", count: 999)) == [])
    #expect(
      model(String(repeating: "gru: {units: 1}, ", count: 1001)) == [
        "a network has at most 1000 layers, and this one has 1002"
      ])
    #expect(model("lstm: {units: 4000}, ") == [])
    // 4 · 4,096 columns of 28 inputs, 4,096 states and a bias, and 10 of 4,096 inputs and a bias.
    #expect(
      model("lstm: {units: 4096}, ") == [
        "a network has fewer than 67108864 parameters, and this one has 67624970"
      ])
  }

  @Test func writesSoManyCharactersAndNoMore() {
    let cells = """
      ```{load}
      dataset: sentences
      ```
      ```{build}
      layers: [dense: {units: 29}]
      ```

      """
    func written(_ characters: [Int]) -> [String] {
      let generators = characters.map {
        "```{generate}\nsamples: 10\ncharacters: \($0)\nstart: the d\n```\n"
      }
      return TestNotebook(cells + generators.joined()).planned().diagnostics.map(\.message)
    }
    // Ten samples, each with its start of five.
    #expect(written([9995, 9995]) == [])
    #expect(
      written([9995, 9996]) == [
        "the texts that a notebook generates have at most 200000 characters, and those down to here 200010"
      ])
    #expect(written([20_001]) == ["'characters' is from 1 to 20000, not 20001"])
  }

  @Test func takesTrainingsOfSoManyStepsAndNoMore() {
    #expect(TestNotebook(training("steps: 100000000")).planned().diagnostics.isEmpty)
    #expect(found(training("steps: 100000001")) == ["'steps' is from 1 to 100000000, not 100000001"])
    #expect(TestNotebook(training("epochs: 10\nepoch_steps: 10000000")).planned().diagnostics.isEmpty)
    #expect(
      found(training("epochs: 11\nepoch_steps: 10000000")) == [
        "training takes at most 100000000 steps, and 11 epochs of 10000000 are 110000000"
      ])
  }

  @Test func takesBatchesOfSoManyAndNoMore() {
    #expect(found(training("steps: 1\nbatch: 65536")) == [])
    #expect(found(training("steps: 1\nbatch: 65537")) == ["'batch' is from 1 to 65536, not 65537"])
  }

  @Test func takesPicturesOfSoManyRowsAndColumnsAndNoMore() throws {
    let folder = try TemporaryFolder()
    let line = "0" + String(repeating: ",0", count: 65_536) + "\n"
    for part in ["train", "test"] { try folder.write("0,0\n1,0\n", to: "small/\(part).csv") }
    for part in ["train", "test"] { try folder.write(line + "1" + line.dropFirst(), to: "wide/\(part).csv") }
    func load(_ name: String, _ rows: Int, _ columns: Int) -> [String] {
      found("```{load}\nfolder: \(name)\nclasses: 2\nshape: [\(rows), \(columns)]\n```\n", in: folder.path)
    }
    #expect(load("wide", 65_536, 1) == [])
    #expect(load("wide", 1, 65_536) == [])
    #expect(load("small", 65_537, 1) == ["the number of rows is from 1 to 65536, not 65537"])
    #expect(load("small", 1, 65_537) == ["the number of columns is from 1 to 65536, not 65537"])
  }

  @Test func worksInSoMuchMemoryAndNoMore() throws {
    func bytes(_ steps: Int) -> Double {
      Network(
        input: SequenceShape(steps: steps, features: 2), layers: [LSTM(units: 1000), Dense(units: 1)],
        readout: .finalState, loss: .meanSquaredError, outputs: 1
      ).workspaceBytes(capacity: 128)
    }
    let most = try #require((1..<10_000).last { bytes($0) <= 4e9 })
    try #require(most < 9_999)
    func text(_ steps: Int) -> String {
      """
      ```{load}
      dataset: adding
      time_steps: \(steps)
      ```
      ```{build}
      label: large
      layers: [{lstm: {units: 1000}}, {dense: {units: 1}}]
      ```
      ```{train}
      steps: 1
      batch: 128
      ```

      """
    }
    #expect(TestNotebook(text(most)).planned().diagnostics.isEmpty)
    #expect(
      found(text(most + 1)) == ["batches of 128 through 'large' need 5 GB of memory, and a cell takes at most 4"])
  }
}
