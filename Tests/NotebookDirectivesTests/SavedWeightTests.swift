import Datasets
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import RecurrentEngine
import TestSupport
import Testing
import Weights

@testable import NotebookDirectives

/// Weights that leave a notebook, and weights that come into one.
struct SavedWeightTests {
  private static let train =
    "```{train}\nlabel: fit\nmodel: net\nsteps: 3\nbatch: 10\n```\n"
  private static let evaluate = "```{evaluate}\nlabel: test\nmodel: net\non: digits.test\n```\n"

  private func save(_ options: String = "") -> String { "```{save}\nlabel: saved\n\(options)\n```\n" }
  private func restore(_ options: String = "file: weights.safetensors") -> String {
    "```{restore}\nlabel: restored\n\(options)\n```\n"
  }

  /// The file that a cell puts beside the page.
  private func file(_ run: TestRun, cell: Int) throws -> ResultFile {
    let files = run.result(cell)?.files ?? []
    return try #require(files.first)
  }

  @Test("What {save} writes is the network as it is by then, with its size and digest on the page")
  func savesWhatWasTrained() throws {
    let run = try TestNotebook(TestNotebook.model + Self.train + save("of: fit")).run()
    let made = try file(run, cell: 3)
    #expect(made.name == "weights.safetensors")
    let model = try #require(run.runner.session.models["net"])
    let isSame = try WeightArrangement(model.network, .pytorch).file(of: model.parameters) == made.bytes
    #expect(isSame)
    #expect(run.number("saved", "bytes") == Double(made.bytes.count))
    #expect(run.number("saved", "tensors") == 6)
    guard case .note(let note)? = run.result(3)?.outputs.first else {
      Issue.record("there is no note")
      return
    }
    #expect(note.contains(SHA256.hex(of: made.bytes)))
    #expect(note.hasPrefix("weights.safetensors lies beside this page, with PyTorch's names and arrangement: "))
  }

  @Test(
    "Weights written in any layout are restored, and the network evaluates as the one that was saved",
    arguments: WeightLayout.allCases)
  func restoresWhatWasSaved(layout: WeightLayout) throws {
    let folder = try TemporaryFolder()
    let first = try TestNotebook(
      TestNotebook.model + Self.train + save("layout: \(layout.rawValue)") + Self.evaluate
    ).run()
    let made = try file(first, cell: 3)
    try folder.write(made.bytes, to: "weights.safetensors")
    let second = try TestNotebook(TestNotebook.model + restore() + Self.evaluate, folder: folder.path).run()
    let (before, after) = (try #require(first.number("test", "loss")), try #require(second.number("test", "loss")))
    // Keras has one bias, in which the sum with the forget bias is rounded.
    #expect(layout == .keras ? abs(after - before) < 1e-6 : after == before)
    #expect(
      second.result(2)?.provenance == [Provenance(name: "weights.safetensors", digest: SHA256.hex(of: made.bytes))])
  }

  @Test("A restored network is trained on from its weights")
  func trainsOn() throws {
    let folder = try TemporaryFolder()
    let trained = try TestNotebook(TestNotebook.model + Self.train + save()).run()
    try folder.write(try file(trained, cell: 3).bytes, to: "weights.safetensors")
    let again = try TestNotebook(TestNotebook.model + restore() + Self.train, folder: folder.path).run()
    let once = try TestNotebook(TestNotebook.model + Self.train).run()
    #expect(again.number("fit", "loss") != once.number("fit", "loss"))
    #expect(again.report.outcome == .succeeded)
  }

  @Test("A file of weights may lie in a folder of data, where the notebook's own has none")
  func looksInDataFolders() throws {
    let folder = try TemporaryFolder()
    let made = try file(try TestNotebook(TestNotebook.model + save()).run(), cell: 2)
    try folder.write(made.bytes, to: "data/weights.safetensors")
    var notebook = TestNotebook(TestNotebook.model + restore(), folder: folder.path("notebooks"))
    notebook.environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: [folder.path("data")]), notebookFolder: folder.path("notebooks"))
    #expect(try notebook.run().report.outcome == .succeeded)
  }

  @Test("What does not fit is told at the file, tensor by tensor, with what was expected")
  func tellsWhatDoesNotFit() throws {
    let folder = try TemporaryFolder()
    let other = TestNotebook.model.replacing("units: 16", with: "units: 8")
    try folder.write(try file(try TestNotebook(other + save()).run(), cell: 2).bytes, to: "weights.safetensors")
    let planned = TestNotebook(TestNotebook.model + restore(), folder: folder.path).planned()
    let beginning = "'weights.safetensors' in PyTorch's arrangement: "
    #expect(
      planned.diagnostics.map(\.message) == [
        beginning + "'lstm.weight_ih_l0' is [32, 28], and the network has [64, 28]",
        beginning + "'lstm.weight_hh_l0' is [32, 8], and the network has [64, 16]",
        beginning + "'lstm.bias_ih_l0' is [32], and the network has [64]",
        beginning + "'lstm.bias_hh_l0' is [32], and the network has [64]",
        beginning + "'linear.weight' is [10, 8], and the network has [10, 16]",
      ])
    #expect(planned.diagnostics.allSatisfy { $0.identifier == .shape && $0.position.line == 15 })
  }

  @Test("A damaged file is found before anything runs")
  func findsDamage() throws {
    let folder = try TemporaryFolder()
    let bytes = try file(try TestNotebook(TestNotebook.model + save()).run(), cell: 2).bytes
    for (damaged, message) in [
      (Array(bytes.dropLast()), "ends at byte"), (bytes + [0], "1 bytes follow the last tensor"), ([], "has 0 bytes"),
    ] {
      try folder.write(damaged, to: "weights.safetensors")
      let found = TestNotebook(TestNotebook.model + restore(), folder: folder.path).planned().diagnostics
      #expect(found.map(\.identifier) == [.unreadableData])
      #expect(found.first?.message.hasPrefix("weights.safetensors: ") == true)
      #expect(found.first?.message.contains(message) == true)
    }
  }

  @Test(
    "What was kept of a file is not believed where no file holds such tensors",
    arguments: [[-1], [Int.max], [1 << 16, 1 << 16], [1 << 31, 1 << 31, 1 << 31]])
  func impossibleFindings(shape: [Int]) {
    func findings(_ shapes: [[Int]]) -> WeightFindings {
      let tensors = shapes.map { TensorInfo(name: "w", element: .float32, shape: $0, bytes: 0..<4) }
      return WeightFindings(tensors: tensors, metadata: [:], digest: "")
    }
    #expect(findings([[], [0], [3, 4], [1 << 15, 1 << 15]]).arePossible)
    #expect(!findings([[3, 4], shape]).arePossible)
  }

  @Test("The key of what follows moves with the file's contents, not with its name")
  func keysFollowContents() throws {
    let folder = try TemporaryFolder()
    let first = try file(try TestNotebook(TestNotebook.model + save()).run(), cell: 2).bytes
    let second = try file(try TestNotebook(TestNotebook.model + save(), seed: 5).run(), cell: 2).bytes
    for (name, bytes) in [("a", first), ("b", first), ("c", second)] {
      try folder.write(bytes, to: "\(name).safetensors")
    }
    let keys = try ["a", "b", "c"].map { name in
      let text = TestNotebook.model + restore("file: \(name).safetensors") + Self.evaluate
      return try #require(TestNotebook(text, folder: folder.path).plan().cacheKeys().last).digest
    }
    #expect(keys[0] == keys[1] && keys[0] != keys[2])
  }
}
