import Datasets
import Foundation
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing
import Weights

@testable import NBRunCommand

/// The page of a run under way, and the files that cells put beside it.
struct PageWriterTests {
  /// A cell that makes a file.
  private enum Maker: Directive {
    static let keyword = "make"
    static let summary = "Makes a file."
    static let options: [any OptionDeclaration] = []
    static let examples: [[ExampleOption]] = []

    static func plan(_ values: inout OptionValues) -> PlannedAction? {
      PlannedAction(Action(), leaves: Symbol(.measurements))
    }

    private struct Action: DirectAction {
      func run(in session: inout Session, _ context: CellContext) -> CellResult {
        CellResult(files: [ResultFile(name: "weights.bin", bytes: [0, 255, 7])].compactMap { $0 })
      }
    }
  }

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("pages/small.html")
  }

  /// Runs cells that make files, and gives their page.
  private func run(cells: Int, page: inout PageWriter, store: ResultStore? = nil) -> (RunReport, events: [RunEvent]) {
    let text = (0..<cells).map { "```{make}\nlabel: cell-\($0)\n```\n" }.joined()
    let document = NotebookParser.parse(text, file: "small.md").value
    let environment = PlanEnvironment(catalog: .init(folders: []), notebookFolder: folder.path)
    let tools = Workbench.Tools(threads: 1, store: store) { RunPlan.make($0, of: [Maker.self], in: environment) }
    var bench = Workbench(document, plan: tools.plan(document).value, tools: tools)
    var report = bench.report
    var events: [RunEvent] = []
    bench.runToEnd { event in
      report.record(event)
      page.record(event, report)
      events.append(event)
    }
    return (report, events)
  }

  private func notRun(_ page: String) -> Int { page.components(separatedBy: "– Not run").count - 1 }

  @Test func isWrittenAsCellsFinishAndSaysWhatHasNotRun() throws {
    var notRun: [Int] = []
    var page = PageWriter(path: path, pause: .zero, share: 1, write: { text, _ in notRun.append(self.notRun(text)) })
    let report = run(cells: 4, page: &page).0
    #expect(notRun == [3, 2, 1, 0])
    try page.finish(report)
    #expect(notRun == [3, 2, 1, 0, 0])
  }

  @Test func isWrittenDuringALongCellWhenOneBeforeHasFinished() {
    var count = 0
    var page = PageWriter(path: path, pause: .zero, share: 1, write: { _, _ in count += 1 })
    let (report, events) = run(cells: 2, page: &page)
    #expect(count == 2)
    let progress = RunEvent.progress(1, CellProgress(step: 1, totalSteps: 2, loss: 0, accuracy: nil))
    page.record(progress, report)
    #expect(count == 2)
    for event in events { page.recordFiles(event) }
    for _ in 1...3 { page.record(progress, report) }
    #expect(count == 3)
  }

  @Test func isWrittenLessOftenTheLongerItTakes() {
    var count = 0
    var page = PageWriter(
      path: path, pause: .zero, share: 1e-6,
      write: { _, _ in
        count += 1
      })
    _ = run(cells: 4, page: &page)
    #expect(count == 1)
  }

  @Test func isNotWrittenAgainAtOnce() throws {
    var count = 0
    var page = PageWriter(path: path, pause: .seconds(1000), write: { _, _ in count += 1 })
    let report = run(cells: 4, page: &page).0
    #expect(count == 0)
    try page.finish(report)
    #expect(count == 1)
  }

  @Test func mayFailOnTheWayButNotAtTheEnd() throws {
    try folder.write("", to: "pages/small.html/inside")
    var page = PageWriter(path: path, pause: .zero)
    let report = run(cells: 3, page: &page).0
    #expect(report.outcome == .succeeded)
    #expect(throws: FileProblem.self) { try page.finish(report) }
    try FileManager.default.removeItem(atPath: path)
    try page.finish(report)
    #expect(try folder.text(of: "pages/small.html") == ReportPage.html(for: report))
  }

  @Test func takesTheRoomOfWhatTheRunHasStored() throws {
    let stored = StoreFolder(path: folder.path("store"))
    let earlier = ResultStore(stored, notebook: folder.path("other.md"))
    var elsewhere = PageWriter(path: folder.path("other/other.html"))
    _ = run(cells: 1, page: &elsewhere, store: earlier)
    let before = Set(stored.items.map(\.entry))
    let store = ResultStore(stored, notebook: folder.path("small.md"))
    var isFull = true
    var page = PageWriter(
      path: path,
      makeRoom: {
        store.giveWay(); isFull = false
      }
    ) { _, path throws(FileProblem) in
      if isFull { throw FileProblem("\(path) cannot be written: no room", isForWantOfRoom: true) }
    }
    let report = run(cells: 2, page: &page, store: store).0
    #expect(Set(stored.items.map(\.entry)) != before)
    try page.finish(report)
    #expect(Set(stored.items.map(\.entry)) == before)
  }

  @Test func hasFilesBesideItAgainWhenTheCellIsReused() throws {
    let stored = StoreFolder(path: folder.path("store"))
    for isReused in [false, true] {
      var page = PageWriter(path: path)
      let store = ResultStore(stored, notebook: folder.path("small.md"))
      let (report, events) = run(cells: 1, page: &page, store: store)
      #expect(events.contains(.cellReused(0, steps: nil)) == isReused)
      try page.finish(report)
      #expect(try Data(contentsOf: URL(filePath: folder.path("pages/weights.bin"))) == Data([0, 255, 7]))
      try FileManager.default.removeItem(atPath: folder.path("pages"))
    }
  }

  @Test func leadsNoFileOutOfItsFolder() throws {
    try folder.write("mine", to: "mine")
    mkdir(folder.path("pages"), 0o755)
    symlink(folder.path("mine"), folder.path("pages/weights.bin"))
    var page = PageWriter(path: path)
    let report = run(cells: 1, page: &page).0
    try page.finish(report)
    #expect(try folder.text(of: "mine") == "mine")
    #expect(try Data(contentsOf: URL(filePath: folder.path("pages/weights.bin"))) == Data([0, 255, 7]))
  }

  @Test func leavesAFileOfTheUsersThatIsNamedAsACellsIs() throws {
    try folder.write("mine", to: "pages/weights.bin")
    var page = PageWriter(path: path)
    let report = run(cells: 1, page: &page).0
    #expect {
      try page.finish(report)
    } throws: {
      "\($0)"
        == "\(folder.path("pages/weights.bin")) is not one that this page's notebook made, and is left as it is; move it away"
    }
    #expect(try folder.text(of: "pages/weights.bin") == "mine")
    unlink(folder.path("pages/weights.bin"))
    unlink(path)
    for round in 1...2 {
      var page = PageWriter(path: path)
      try page.finish(run(cells: 2, page: &page).0)
      try folder.write("of an earlier run \(round)", to: "pages/weights.bin")
    }
    var last = PageWriter(path: path)
    try last.finish(run(cells: 1, page: &last).0)
    #expect(try Data(contentsOf: URL(filePath: folder.path("pages/weights.bin"))) == Data([0, 255, 7]))
  }

  /// What PyTorch has saved there has the name of a file of nbrun's and is none.
  @Test func leavesWeightsOfTheUsersInThePlaceOfItsOwn() throws {
    func save(_ number: Int) throws {
      let text = "{\"__metadata__\":{\(WeightArrangement.mark)}} \(number)"
      let file = try #require(ResultFile(name: "net.safetensors", bytes: Array(text.utf8)))
      var page = PageWriter(path: path)
      var report = run(cells: 1, page: &page).0
      let digest = SHA256.hex(of: file.bytes)
      let finished = RunEvent.cellFinished(0, CellResult(notices: [digest], files: [file]))
      report.record(finished)
      page.record(finished, report)
      try page.finish(report)
      #expect(try folder.text(of: "pages/net.safetensors") == text)
    }
    try save(1)
    try save(2)
    let others = [
      "{\"__metadata__\":{\"format\":\"pt\"}}", "{\"__metadata__\":{\(WeightArrangement.mark)}} of another notebook",
    ]
    for other in others {
      try folder.write(other, to: "pages/net.safetensors")
      // The page of a run that could not put its file there does not make it its own.
      for _ in 1...2 { #expect(throws: FileProblem.self) { try save(3) } }
      #expect(try folder.text(of: "pages/net.safetensors") == other)
    }
  }

  @Test func saysAtTheEndWhichFileHasNoPlace() throws {
    try folder.write("", to: "pages/weights.bin/inside")
    var page = PageWriter(path: path)
    let report = run(cells: 2, page: &page).0
    #expect {
      try page.finish(report)
    } throws: {
      "\($0)" == "\(folder.path("pages/weights.bin")) cannot be written: Is a directory"
    }
    #expect(try folder.text(of: "pages/small.html") == ReportPage.html(for: report))
  }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", "/x", ".hidden", "a\0b", "a\nb", "page.html", "page.HTM",
    String(repeating: "a", count: 201),
  ]) func knowsNoFileOfSuchAName(_ name: String) {
    #expect(ResultFile(name: name, bytes: []) == nil)
  }

  @Test(arguments: ["weights.safetensors", "ä b.bin", "a..b", "html"]) func knowsFilesOfOtherNames(_ name: String) {
    #expect(ResultFile(name: name, bytes: [1])?.name == name)
  }
}
