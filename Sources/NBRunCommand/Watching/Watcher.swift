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
    for index in notebooks.indices where notebooks[index].isOpen {
      notebooks[index].keepWork()
      writePage(index)
    }
  }

  /// Reads again what the changes have to do with; new notebooks of a folder come along.
  private mutating func takeChanges() {
    let changed = changes.takeChanges()
    guard !changed.isEmpty else { return }
    let known = Set(notebooks.map(\.file.path))
    let dataChanged = !changed.isSubset(of: known.union(paths))
    let list = NotebookList.files(at: paths)
    // A folder stands for itself only as long as there is no notebook in it.
    let here = Set(list.map(\.path))
    for index in notebooks.indices.reversed() where paths.contains(notebooks[index].file.path) {
      guard !here.contains(notebooks[index].file.path) else { continue }
      board.remove(notebooks.remove(at: index).pageName)
    }
    let due = notebooks.map(\.file).filter { dataChanged || changed.contains($0.path) }
    for notebook in read(due) { take(notebook) }
    for file in list where !known.contains(file.path) && hasRoom(for: file) {
      for notebook in read([file]) { take(notebook) }
    }
  }

  /// Whether a notebook that has come can have a page of its own; says why not.
  private func hasRoom(for file: NotebookFile) -> Bool {
    let files = notebooks.map(\.file) + [file]
    let pages = files.map { RunFile(path: manner.pages.path(for: $0), kind: .page) }
    guard let problem = RunFiles(read: files.map(\.path), written: pages).problem else { return true }
    messages(of: file).say(.error, problem)
    return false
  }

  private func messages(of file: NotebookFile) -> MessageReporter {
    MessageReporter(style: manner.progress, file: file.path)
  }

  private mutating func take(_ read: ReadNotebook) {
    let index = notebooks.firstIndex { $0.file.path == read.file.path } ?? add(read.file)
    notebooks[index].take(read)
    changes.watch([read.file.path] + manner.planner.memory.paths)
    show(index, progress: notebooks[index].isOpen ? "running" : nil)
  }

  private mutating func add(_ file: NotebookFile) -> Int {
    let (page, manner, changes) = (manner.pages.path(for: file), manner, changes)
    let messages = messages(of: file)
    let store = manner.store.map { ResultStore($0, notebook: file.path) { messages.say(.warning, $0) } }
    store?.claimPage(page, for: file.path, messages)
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
      progress = "\(label): \(done.phrase)"
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
    guard writePage(index), let report = notebooks[index].bench?.report else { return }
    let file = notebooks[index].file
    let summary = RunSummary(
      report: report, file: file.path, page: manner.pages.path(for: file), isKept: manner.store != nil, limit: nil)
    Console.write(summary.text, to: .output)
  }

  /// Writes the page of a notebook into its file; says why where that cannot be.
  @discardableResult
  private mutating func writePage(_ index: Int) -> Bool {
    do throws(FileProblem) {
      try notebooks[index].writePage()
      return true
    } catch {
      messages(of: notebooks[index].file).say(.error, "\(error)")
      return false
    }
  }
}
