import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing
import Weights

/// Files of weights whose modules are called otherwise than nbrun's.
struct RestoredModuleTests {
  private static let evaluate = "```{evaluate}\nlabel: test\nmodel: net\non: digits.test\n```\n"

  private static func restore(_ options: String = "") -> String {
    "```{restore}\nlabel: restored\nfile: w.safetensors\n\(options)\n```\n"
  }

  private static func model(_ layers: String) -> String {
    TestNotebook.digits + "```{build}\nlabel: net\nlayers: [\(layers)]\n```\n"
  }

  /// A folder with the trained weights of a network under other names, and the loss that it has.
  private func folder(
    _ model: String, naming names: [(ours: String, theirs: String)], layout: WeightLayout = .pytorch
  ) throws -> (folder: TemporaryFolder, loss: Double) {
    let train = "```{train}\nmodel: net\nsteps: 3\nbatch: 10\n```\n"
    let run = try TestNotebook(model + train + Self.evaluate).run()
    let trained = try #require(run.runner.session.models["net"])
    let tensors = try WeightArrangement(trained.network, layout).tensors(of: trained.parameters).map { tensor in
      let name = names.first { tensor.name.hasPrefix($0.ours) }.map { $0.theirs + tensor.name.dropFirst($0.ours.count) }
      return Tensor(name: name ?? tensor.name, shape: tensor.shape, values: tensor.values)
    }
    let folder = try TemporaryFolder()
    try folder.write(SafetensorsFile.bytes(of: tensors), to: "w.safetensors")
    return (folder, try #require(run.number("test", "loss")))
  }

  private func found(_ text: String, _ folder: TemporaryFolder) -> [Diagnostic] {
    TestNotebook(text, folder: folder.path).planned().diagnostics
  }

  @Test func areToldByTheShapesOfTheirTensors() throws {
    let (folder, loss) = try folder(TestNotebook.model, naming: [("lstm", "encoder.rnn"), ("linear", "fc")])
    let run = try TestNotebook(TestNotebook.model + Self.restore() + Self.evaluate, folder: folder.path).run()
    #expect(run.number("test", "loss") == loss)
    guard case .note(let note)? = run.result(2)?.outputs.first else {
      Issue.record("there is no note")
      return
    }
    #expect(
      note == "By the shapes of its tensors, w.safetensors is read with 'fc' as 'linear' and 'encoder.rnn' as 'lstm'.")
  }

  @Test func areToldByShapeInKerasToo() throws {
    let model = Self.model("bidirectional: {layer: {gru: {units: 4}}}, dense: {units: 10}")
    let (folder, loss) = try folder(
      model, naming: [("bidirectional", "both"), ("dense", "dense_7")], layout: .keras)
    let run = try TestNotebook(model + Self.restore("layout: keras") + Self.evaluate, folder: folder.path).run()
    #expect(abs(try #require(run.number("test", "loss")) - loss) < 1e-6)
  }

  @Test func areTakenAsTheNotebookSays() throws {
    let model = Self.model("dense: {units: 28}, dense: {units: 28}, lstm: {units: 4}, dense: {units: 10}")
    let names = [("linear_1.", "second."), ("linear_2.", "head."), ("linear.", "first."), ("lstm.", "cell.")]
    let (folder, loss) = try folder(model, naming: names.map { (ours: $0.0, theirs: $0.1) })
    let said = Self.restore("modules: {first: linear, second: linear_1, cell: lstm, head: linear_2}")
    let run = try TestNotebook(model + said + Self.evaluate, folder: folder.path).run()
    #expect(run.number("test", "loss") == loss)
    let other = Self.restore("modules: {second: linear, first: linear_1, cell: lstm, head: linear_2}")
    let changed = try TestNotebook(model + other + Self.evaluate, folder: folder.path).run()
    #expect(changed.number("test", "loss") != loss)
  }

  @Test func areRefusedWhereShapesLeaveADoubt() throws {
    let model = Self.model("dense: {units: 28}, dense: {units: 28}, lstm: {units: 4}, dense: {units: 10}")
    let names = [("linear_1.", "second."), ("linear_2.", "head."), ("linear.", "first."), ("lstm.", "cell.")]
    let (folder, _) = try folder(model, naming: names.map { (ours: $0.0, theirs: $0.1) })
    let found = found(model + Self.restore(), folder)
    #expect(
      found.first?.message == "'w.safetensors' in PyTorch's arrangement: there is no tensor 'linear.weight' [28, 28]")
    let suggestion = try #require(found.first?.suggestion?.phrase)
    #expect(
      ["'first'", "'second'", "'cell'", "'head'", "'linear'", "'linear_1'", "'lstm'"].allSatisfy(suggestion.contains))
    #expect(found.dropFirst().allSatisfy { $0.suggestion == nil })
  }

  @Test func areNotToldByShapeWhereOneIsLeftOver() throws {
    let (folder, _) = try folder(TestNotebook.model, naming: [("lstm", "rnn"), ("linear", "fc")])
    let smaller = TestNotebook.model.replacing("units: 16", with: "units: 8")
    let found = found(smaller + Self.restore(), folder)
    #expect(!found.isEmpty && found.allSatisfy { $0.identifier == .shape })
  }

  @Test(arguments: [
    ("{rnn: lstn, fc: linear}", "the network has no module 'lstn' in this layout", "did you mean 'lstm'?"),
    ("{rmn: lstm, fc: linear}", "the file has no module 'rmn'", "did you mean 'rnn'?"),
    ("{rnn: lstm, fc: lstm}", "'lstm' stands there twice", nil),
    ("lstm", "'modules' gives each name of the file that of the network, such as {rnn: lstm}, and is not 'lstm'", nil),
  ]) func areToldWhereTheyAreWrittenWrong(_ modules: String, _ message: String, _ suggestion: String?) throws {
    let (folder, _) = try folder(TestNotebook.model, naming: [("lstm", "rnn"), ("linear", "fc")])
    let found = found(TestNotebook.model + Self.restore("modules: \(modules)"), folder)
    #expect(found.map(\.message) == [message])
    #expect(suggestion == nil || found.first?.suggestion?.phrase == suggestion)
    #expect(found.first?.position.line == 16)
  }
}
