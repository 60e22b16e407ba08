import Datasets
import Foundation
import NotebookReport
import NotebookResults
import NotebookRunning

/// Runs notebooks while they are written: after each save what changed, with the page at hand all the time.
struct Watcher {
  /// How the notebooks are run, and where everything goes.
  struct Manner {
    let planner: NotebookPlanner
    let pages: PageDestination
    let store: StoreFolder?
    let threads: Int
    let progress: ProgressStyle
  }

  /// The least time between two pages of a training under way.
  private static let pause = Duration.milliseconds(500)
  /// The most of the time that making pages may take.
  private static let share = 0.1

  private let paths: [String]
  private let manner: Manner
  private let board: PageBoard
  private let changes = FileWatch()
  private var notebooks: [WatchedNotebook] = []
  private var pause = Self.pause
  /// Reads notebooks, fetches what they need, and says what is wrong with them.
  private let read: ([NotebookFile]) -> [ReadNotebook]

  init(_ paths: [String], manner: Manner, board: PageBoard, read: @escaping ([NotebookFile]) -> [ReadNotebook]) {
    self.paths = paths
    self.manner = manner
    self.board = board
    self.read = read
  }

  /// Takes up notebooks as they were read first.
  mutating func begin(_ first: [ReadNotebook]) {
    changes.watch(paths)
    for notebook in first { take(notebook) }
  }

  /// Runs and waits until the user ends it; what is under way is kept.
  mutating func run() {
    while !Interruption.isRequested {
      if changes.hasNews() {
        takeChanges()
      } else if let index = notebooks.firstIndex(where: \.isOpen) {
        runPart(index)
      } else {
        changes.wait()
      }
    }
    for notebook in notebooks { notebook.keepWork() }
  }

  /// Reads again what the changes have to do with; new notebooks of a folder come along.
  private mutating func takeChanges() {
    let changed = changes.takeChanges()
    guard !changed.isEmpty else { return }
    let known = Set(notebooks.map(\.file.path))
    let dataChanged = !changed.isSubset(of: known.union(paths))
    let found = NotebookList.files(at: paths).filter { !known.contains($0.path) && $0.name != "" }
    let due = notebooks.map(\.file).filter { dataChanged || changed.contains($0.path) }
    for notebook in read(due + found.filter(isRoomFor)) { take(notebook) }
  }

  /// Whether a notebook that has come can have a page of its own.
  private func isRoomFor(_ file: NotebookFile) -> Bool {
    let page = manner.pages.path(for: file)
    return !notebooks.contains { FilePlace(manner.pages.path(for: $0.file)) == FilePlace(page) }
      && RunFiles(read: notebooks.map(\.file.path) + [file.path], written: [RunFile(path: page, kind: .page)]).problem
        == nil
  }

  private mutating func take(_ read: ReadNotebook) {
    let index = notebooks.firstIndex { $0.file.path == read.file.path } ?? add(read.file)
    notebooks[index].take(read)
    changes.watch([read.file.path] + manner.planner.memory.paths)
    show(index, progress: notebooks[index].isOpen ? "running" : nil)
  }

  private mutating func add(_ file: NotebookFile) -> Int {
    let (page, manner, changes) = (manner.pages.path(for: file), manner, changes)
    let store = manner.store.map { ResultStore($0, notebook: file.path) }
    _ = store?.claimPage(page)
    let writer = PageWriter(path: page, makeRoom: { store?.giveWay() })
    notebooks.append(
      WatchedNotebook(file, page: writer) { planned in
        Workbench.Tools(
          threads: manner.threads, isStepped: true, store: store,
          isCancelled: { Interruption.isRequested || changes.hasNews() },
          plan: { manner.planner.plan($0, of: file, supply: planned.supply) })
      })
    return notebooks.count - 1
  }

  /// Runs a notebook for a moment, and shows how far it has come.
  private mutating func runPart(_ index: Int) {
    guard let header = notebooks[index].bench?.report.header else { return }
    var reporter = ProgressReporter(style: manner.progress, header: header, file: notebooks[index].file.path)
    var progress = "running"
    notebooks[index].run(until: .now + pause, to: &reporter) { event in
      guard case .progress(let cell, let done) = event, let label = header.cell(cell)?.label else { return }
      progress = "\(label): step \(done.step) of \(done.totalSteps)"
    }
    reporter.clear()
    // The file is there before anybody is told that the page is as it should be.
    if !notebooks[index].isOpen { finish(index) }
    show(index, progress: notebooks[index].isOpen ? progress : nil)
  }

  /// Hangs up the page; making it takes no more than its share of the time.
  private mutating func show(_ index: Int, progress: String?) {
    let start = ContinuousClock.now
    let page = notebooks[index].shown(progress: progress)
    board.post(notebooks[index].pageName) { page.html(version: $0, nonce: RequestGate.newToken()) }
    pause = max(Self.pause, (ContinuousClock.now - start) * (1 / Self.share - 1))
  }

  /// Writes the page of a notebook that has run as far as it can, and says what became of it.
  private mutating func finish(_ index: Int) {
    let file = notebooks[index].file.path
    do throws(FileProblem) {
      try notebooks[index].writePage()
    } catch {
      MessageReporter(style: manner.progress, file: file).say(.error, "\(error)")
      return
    }
    guard let report = notebooks[index].bench?.report else { return }
    let summary = RunSummary(
      report: report, file: file, page: manner.pages.path(for: notebooks[index].file), isKept: true, limit: nil)
    Console.write(summary.text, to: .output)
  }
}
