import Datasets
import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

/// Data sets that follow from the same share their memory, and all of a notebook's together are bounded.
struct SharedDataTests {
  private func load(_ label: String, _ options: String) -> String { "```{load}\nlabel: \(label)\n\(options)\n```\n" }

  /// Where the pixels of the first training image lie.
  private func address(_ label: String, _ session: Session) -> UnsafePointer<UInt8>? {
    (session.loadedDataset(label)?.examples(.train) as? ImageExamples)?.images.withPixels(of: 0) { pixels in
      pixels.withUnsafeBufferPointer { $0.baseAddress }
    }
  }

  @Test func equalLoadsShareTheirMemoryAndShowTheSame() throws {
    let options = "dataset: digits\ntrain: 30\ntest: 10"
    let run = try TestNotebook(
      load("a", options) + load("b", options) + load("c", options + "\norder: as_filed")
    ).run()
    let session = run.runner.session
    #expect(address("a", session) == address("b", session))
    #expect(address("a", session) != address("c", session))
    #expect(run.result(0) == run.result(1))
    #expect(run.result(0)?.outputs == run.result(2)?.outputs)
  }

  @Test func whatWasKeptSharesItsMemoryToo() throws {
    let options = "dataset: digits\ntrain: 30\ntest: 10"
    let run = try TestNotebook(load("a", options) + load("b", options)).run()
    let (session, plan) = (run.runner.session, run.runner.plan)
    let context = CellContext(label: "b", seed: plan.header.seed, threads: 1)
    var part = Session()
    let result = try #require(run.result(1))
    _ = plan.cells[1].action.restore(.result(result), in: &part, context)
    #expect(part.loadedDataset("b") == nil)
    _ = try part.dataset("b", context)
    #expect(address("a", session) != address("b", part))
    var whole = session
    whole.merge(part)
    #expect(address("a", whole) == address("b", whole))
  }

  @Test func whatWasReadToCheckItIsWhatIsLoaded() throws {
    let folder = try TemporaryFolder()
    for part in ["train", "test"] { try folder.write("0,1,2,3,4\n1,2,3,4,5\n", to: "data/\(part).csv") }
    let notebook = TestNotebook(
      load("a", "folder: data") + load("b", "folder: ./data\norder: as_filed"), folder: folder.path)
    let session = try notebook.run().runner.session
    let read = try notebook.environment.memory.contents(of: DatasetLocation.folder(folder.path("data")), threads: 1)
    let place = read.train.withPixels(of: 0) { pixels in pixels.withUnsafeBufferPointer { $0.baseAddress } }
    #expect(place != nil)
    #expect(address("a", session) == place)
    #expect(address("b", session) == place)
  }

  /// Files of a gigabyte that take no room on the disk.
  private func folderOfGigabytes(_ names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    func header(_ dimensions: [Int]) -> [UInt8] {
      [0, 0, 8, UInt8(dimensions.count)]
        + dimensions.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } }
    }
    for name in names {
      for (part, count) in [("train", 1000), ("t10k", 1)] {
        try folder.write(header([count, 1000, 1000]), to: "\(name)/\(part)-images-idx3-ubyte")
        try folder.write(header([count]), to: "\(name)/\(part)-labels-idx1-ubyte")
        #expect(truncate(folder.path("\(name)/\(part)-images-idx3-ubyte"), 16 + count * 1_000_000) == 0)
        #expect(truncate(folder.path("\(name)/\(part)-labels-idx1-ubyte"), 8 + count) == 0)
      }
    }
    return folder
  }

  /// Twelve sets of a gigabyte from the same files, which are read once; what does not fit is not even read.
  @Test func twelveLoadsOfAGigabyteAreWrongBeforeAnythingRuns() throws {
    let folder = try folderOfGigabytes(["data", "more"])
    try folder.write([0, 0, 8, 1, 0, 0, 0, 1, 255], to: "more/t10k-labels-idx1-ubyte")
    let text = (1...12).map { load("data\($0)", "folder: data\nclasses: \($0 + 1)") }.joined()
    let environment = TestNotebook("", folder: folder.path).environment
    func notebook(_ text: String) -> TestNotebook {
      var notebook = TestNotebook(text)
      notebook.environment = environment
      return notebook
    }
    let planned = notebook(text + load("more", "folder: more")).planned()
    #expect(planned.diagnostics.map(\.identifier) == [DiagnosticIdentifier](repeating: .outOfRange, count: 10))
    #expect(planned.diagnostics.first?.position == SourcePosition(line: 16, column: 4))
    #expect(
      planned.diagnostics.first?.message.hasPrefix(
        "the data sets and models down to here need 5 GB of memory (data sets ") == true)
    let equal = (1...12).map { load("data\($0)", "folder: data") }.joined()
    #expect(notebook(equal).planned().diagnostics.isEmpty)
  }
}
