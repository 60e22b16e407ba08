import Datasets
import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

/// `{load}`: where data come from, how they are cut and read, and what may not be reached.
struct LoadTests {
  /// Writes two training images and one test image of two rows and three columns.
  private func writeTinyImages(to folder: TemporaryFolder, _ name: String) throws {
    func images(_ count: UInt8) -> [UInt8] {
      [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 3] + (0..<count * 6).map { $0 * 10 }
    }
    func labels(_ labels: [UInt8]) -> [UInt8] { [0, 0, 8, 1, 0, 0, 0, UInt8(labels.count)] + labels }
    try folder.write(images(2), to: "\(name)/train-images-idx3-ubyte")
    try folder.write(labels([1, 0]), to: "\(name)/train-labels-idx1-ubyte")
    try folder.write(images(1), to: "\(name)/t10k-images-idx3-ubyte")
    try folder.write(labels([1]), to: "\(name)/t10k-labels-idx1-ubyte")
  }

  private func load(_ options: String) -> String { "```{load}\nlabel: data\n\(options)\n```\n" }

  @Test func saysThatDigitsStandInForMissingData() throws {
    let run = try TestNotebook(load("dataset: mnist\nfallback: digits\ntrain: 20\ntest: 10")).run()
    let result = try #require(run.result(0))
    #expect(result.provenance.map(\.name) == ["digits"])
    #expect(result.notices.count == 1)
    #expect(result.notices.first?.contains("generated digits stand in for mnist") == true)
  }

  @Test func saysNothingOfTheKindAboutDigitsThatWereAskedFor() throws {
    let run = try TestNotebook(load("dataset: digits\ntrain: 20\ntest: 10")).run()
    #expect(run.result(0)?.notices == [])
  }

  @Test func saysWhereDataWereLookedFor() {
    var notebook = TestNotebook(load("dataset: mnist"))
    notebook.environment = PlanEnvironment(catalog: DatasetCatalog(folders: ["/a", "/b"]), notebookFolder: "/nowhere")
    #expect(
      notebook.planned().diagnostics.map(\.message) == ["the data set 'mnist' is not in /a/mnist, /b/mnist"])
  }

  @Test func readsAFolderBesideTheNotebook() throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "data/tiny é")
    let run = try TestNotebook(load("folder: data/tiny é\nclasses: 2"), folder: folder.path).run()
    #expect(run.number("data", "train_images") == 2)
    #expect(run.number("data", "test_images") == 1)
    #expect(run.number("data", "time_steps") == 2)
    #expect(run.number("data", "inputs") == 3)
    #expect(run.number("data", "classes") == 2)
  }

  @Test(arguments: [("rows", 2, 3), ("columns", 3, 2), ("pixels", 6, 1)])
  func readsImagesAsSequences(_ reading: String, _ steps: Int, _ inputs: Int) throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "tiny")
    let text =
      load("folder: tiny\nclasses: 2\ntime_steps: \(reading)") + """
        ```{build}
        layers: [simple_rnn: {units: 3}, dense: {units: 2}]
        ```
        ```{train}
        steps: 2
        batch: 2
        ```

        """
    let run = try TestNotebook(text, folder: folder.path).run()
    #expect(run.number("data", "time_steps") == Double(steps))
    #expect(run.number("data", "inputs") == Double(inputs))
    #expect(run.report.outcome == .succeeded)
  }

  @Test func readsColumnsAsTheRowsOfTheTurnedImage() throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "tiny")
    let pixels: [UInt8] = [0, 3, 1, 4, 2, 5].map { $0 * 10 }
    try writeTinyImages(to: folder, "turned")
    for (name, count) in [("train", UInt8(2)), ("t10k", 1)] {
      let all = pixels + (count == 2 ? pixels.map { $0 + 60 } : [])
      try folder.write(
        [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 3, 0, 0, 0, 2] + all, to: "turned/\(name)-images-idx3-ubyte")
    }
    func losses(_ options: String) throws -> [Double]? {
      let rest =
        "```{build}\nlayers: [lstm: {units: 3}, dense: {units: 2}]\n```\n```{train}\nlabel: fit\nsteps: 5\nbatch: 2\nreport: {batch_loss: every step}\n```\n"
      let run = try TestNotebook(load("\(options)\nclasses: 2") + rest, folder: folder.path).run()
      return run.points("fit", "batch_loss")?.map(\.y)
    }
    let columns = try losses("folder: tiny\ntime_steps: columns")
    #expect(columns == (try losses("folder: turned\ntime_steps: rows")))
    #expect(columns?.count == 5)
  }

  @Test func trainsOnATableOfNumbersThatAreNotGrey() throws {
    let folder = try TemporaryFolder()
    try folder.write("label,a,b,c,d\n1,0.5,-1,2,0\n0,1,1,0.25,3\n", to: "table/train.csv")
    try folder.write("0,0,0,1,1\n", to: "table/test.csv")
    let text =
      load("folder: table\nclasses: 2\nshape: [1, 4]\ntime_steps: columns")
      + "```{build}\nlayers: [simple_rnn: {units: 3}, dense: {units: 2}]\n```\n```{train}\nsteps: 2\nbatch: 2\n```\n"
    let run = try TestNotebook(text, folder: folder.path).run()
    #expect(run.report.outcome == .succeeded)
    #expect(run.number("data", "time_steps") == 4)
    let table = try #require(run.result(0)?.outputs.first)
    #expect("\(table)".contains("-1.0 to 3.0, as they are"))
  }

  @Test func readsColumnsOfNumbersLikeColumnsOfGreyValues() throws {
    let folder = try TemporaryFolder()
    let pixels = [51, 102, 153, 204, 255, 0]
    func write(_ name: String, _ value: (Int) -> String) throws {
      let line = "1," + pixels.map(value).joined(separator: ",") + "\n"
      try folder.write(line + line.replacing("1,", with: "0,", maxReplacements: 1), to: "\(name)/train.csv")
      try folder.write(line, to: "\(name)/test.csv")
    }
    try write("grey") { "\($0)" }
    try write("numbers") { "\(Float($0) * (1 / 255))" }
    func losses(_ name: String) throws -> [Double]? {
      let rest =
        "```{build}\nlayers: [lstm: {units: 3}, dense: {units: 2}]\n```\n```{train}\nlabel: fit\nsteps: 5\nbatch: 2\nreport: {batch_loss: every step}\n```\n"
      let options = "folder: \(name)\nclasses: 2\nshape: [2, 3]\ntime_steps: columns"
      return try TestNotebook(load(options) + rest, folder: folder.path).run().points("fit", "batch_loss")?.map(\.y)
    }
    let grey = try losses("grey")
    #expect(grey?.count == 5)
    #expect(grey == (try losses("numbers")))
  }

  @Test func namesDataOnceThatAreToBeFetchedForTwoCells() throws {
    let load = "```{load}\ndataset: mnist\n```\n"
    var notebook = TestNotebook(load + load)
    notebook.environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), supply: .network(failures: [:]), notebookFolder: "/nowhere")
    #expect(notebook.planned().value.absentDatasets == ["mnist"])
  }

  @Test func takesKnownDataThatAreInNoFolderAsTheyWillBe() throws {
    var notebook = TestNotebook(load("dataset: fashion-mnist\nvalidation: 5000"))
    notebook.environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), supply: .network(failures: [:]), notebookFolder: "/nowhere")
    let plan = notebook.planned()
    #expect(plan.diagnostics.isEmpty)
    #expect(plan.value.absentDatasets == ["fashion-mnist"])
    notebook.environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), supply: .network(failures: ["fashion-mnist": "it rains"]),
      notebookFolder: "/nowhere")
    #expect(
      notebook.planned().diagnostics.map(\.message) == [
        "the data set 'fashion-mnist' is not in any folder, and it rains"
      ])
  }

  @Test func takesValidationFromTheFirstTrainingImages() throws {
    let run = try TestNotebook(load("dataset: digits\ntrain: 30\nvalidation: 20\ntest: 10")).run()
    let whole = try TestNotebook(load("dataset: digits\ntrain: 50\ntest: 10")).run()
    let data = try #require(run.runner.session.loadedDataset("data"))
    let all = try #require(whole.runner.session.loadedDataset("data")?.examples(.train))
    let validation = try #require(data.examples(.validation))
    let train = try #require(data.examples(.train))
    #expect((0..<20).allSatisfy { validation.view(of: $0) == all.view(of: $0) })
    #expect((0..<30).allSatisfy { train.view(of: $0) == all.view(of: $0 + 20) })
    #expect(run.result(0)?.provenance == whole.result(0)?.provenance)
  }

  @Test func refusesLabelsBeyondTheClasses() throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "tiny")
    try folder.write([0, 0, 8, 1, 0, 0, 0, 2, 0, 2], to: "tiny/train-labels-idx1-ubyte")
    let planned = TestNotebook(load("folder: tiny\nclasses: 2"), folder: folder.path).planned()
    #expect(planned.diagnostics.map(\.position) == [SourcePosition(line: 4, column: 10)])
    #expect(
      planned.diagnostics.map(\.message) == [
        "labels are below 2, the number of classes; training image 2 has the label 2"
      ])
  }

  @Test func reportsFilesThatAreDamagedBeforeAnythingRuns() throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "tiny")
    try folder.write([1, 2, 3], to: "tiny/train-images-idx3-ubyte")
    let planned = TestNotebook(load("folder: tiny"), folder: folder.path).planned()
    #expect(planned.diagnostics.map(\.identifier) == [.unreadableData])
    #expect(planned.diagnostics.map(\.position) == [SourcePosition(line: 3, column: 9)])
  }

  @Test(arguments: ["..", "../outside", "a/../../outside", "link", "link/tiny", "./link", "here/../link", "/", "~"])
  func reachesNothingOutsideTheNotebooksFolder(_ path: String) throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "outside")
    try writeTinyImages(to: folder, "outside/tiny")
    try writeTinyImages(to: folder, "notebooks/here")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("notebooks/link"), withDestinationPath: folder.path("outside"))
    let planned = TestNotebook(load("folder: '\(path)'"), folder: folder.path("notebooks")).planned()
    #expect(planned.diagnostics.map(\.identifier) == [.unreadableData])
    let inside = TestNotebook(load("folder: ./here/../here"), folder: folder.path("notebooks")).planned()
    #expect(inside.diagnostics.isEmpty)
  }

  @Test func reachesNoFileThroughALinkOutOfTheNotebooksFolder() throws {
    let folder = try TemporaryFolder()
    try writeTinyImages(to: folder, "outside")
    try writeTinyImages(to: folder, "notebooks/here")
    let name = "here/train-images-idx3-ubyte"
    try FileManager.default.removeItem(atPath: folder.path("notebooks/\(name)"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("notebooks/\(name)"), withDestinationPath: folder.path("outside/train-images-idx3-ubyte"))
    let planned = TestNotebook(load("folder: here"), folder: folder.path("notebooks")).planned()
    #expect(planned.diagnostics.map(\.identifier) == [.unreadableData])
  }
}
