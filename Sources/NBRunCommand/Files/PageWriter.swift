import Datasets
import Foundation
import NotebookReport
import NotebookResults

/// Writes the page of a run as its cells finish, and beside it the files that they make; a fold over the run's events.
struct PageWriter {
  let path: String
  /// The pages beside it.
  private let neighbours: PageNeighbours?
  /// Gives back room that the page needs.
  private let makeRoom: () -> Void
  private let pause: Duration
  private let share: Double
  private let writePage: (_ page: String, _ path: String) throws(FileProblem) -> Void
  private let clock = ContinuousClock()
  /// When a page of a run under way may be written next.
  private var nextTime: ContinuousClock.Instant
  /// Whether a cell has finished that the page does not show.
  private var isBehind = false
  /// What the page that lay here before names as its own, which may be replaced.
  private let earlierPage: String
  /// What could not be written on the way, by name, each said once at the end.
  private var written: Set<String> = []
  private var problems: [(name: String, problem: FileProblem)] = []

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - path: Where the page is to be.
  ///   - neighbours: The pages beside it; nil where it stands alone.
  ///   - pause: The least time between two pages of a run under way.
  ///   - share: The most of the time that making pages may take while the run is under way, from 0 to 1.
  ///   - makeRoom: Called when there is no room for the page, before it is tried once more.
  ///   - write: Puts a text in place of a file.
  init(
    path: String, among neighbours: PageNeighbours? = nil, pause: Duration = .seconds(1), share: Double = 0.1,
    makeRoom: @escaping () -> Void = {},
    write: @escaping (_ page: String, _ path: String) throws(FileProblem) -> Void = { page, path throws(FileProblem) in
      try RunFile(path: path, kind: .page).write(page)
    }
  ) {
    self.path = path
    self.neighbours = neighbours
    self.makeRoom = makeRoom
    writePage = write
    self.pause = pause
    self.share = share
    nextTime = clock.now + pause
    earlierPage = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// Takes in an event, after which the run is as `report` says; a page that cannot be written now may be later.
  mutating func record(_ event: RunEvent, _ report: @autoclosure () -> RunReport) {
    recordFiles(event)
    switch event {
    case .cellFinished, .progress: writeWhenDue(report())
    case .runStarted, .cellStarted, .cellReused, .cellPaused, .cellFailed: break
    }
  }

  /// Writes the page of a run under way, unless it is as it should be or was written a moment ago.
  mutating func writeWhenDue(_ report: @autoclosure () -> RunReport) {
    guard isBehind, clock.now >= nextTime else { return }
    try? write(report())
  }

  /// Puts beside the page what a cell has made.
  mutating func recordFiles(_ event: RunEvent) {
    guard case .cellFinished(_, let result) = event else { return }
    isBehind = true
    for file in result.files { write(file) }
  }

  /// Writes the page, whole or not at all.
  mutating func write(_ report: RunReport) throws(FileProblem) {
    let start = clock.now
    let page = ReportPage.html(for: report, among: neighbours)
    defer {
      nextTime = clock.now + max(pause, (clock.now - start) * (1 / share - 1))
      isBehind = false
    }
    do throws(FileProblem) {
      try writePage(page, path)
    } catch {
      guard error.isForWantOfRoom else { throw error }
      makeRoom()
      try writePage(page, path)
    }
  }

  /// Writes the page at the end of a run.
  ///
  /// - Throws: What is wrong with the page, or else with the first file that could not be put beside it.
  mutating func finish(_ report: RunReport) throws(FileProblem) {
    try write(report)
    if let first = problems.first { throw first.problem }
  }

  private mutating func write(_ file: ResultFile) {
    problems.removeAll { $0.name == file.name }
    let place = String(path.lastIndex(of: "/").map { path[...$0] } ?? "") + file.name
    do throws(FileProblem) {
      guard mayReplace(place, file) else {
        throw FileProblem("\(place) is not one that this page's notebook made, and is left as it is; move it away")
      }
      try WholeFile.replace(place, with: Data(file.bytes))
      written.insert(file.name)
    } catch {
      problems.append((file.name, error))
    }
  }

  /// Whether nothing of the user's own lies there: nothing, a link, the same bytes, or what this run or the page's earlier one made.
  ///
  /// Weights are what the earlier page made if they have the digest that it tells; others of nbrun's are another notebook's, or kept by the user.
  private func mayReplace(_ place: String, _ file: ResultFile) -> Bool {
    var status = stat()
    guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG, !written.contains(file.name) else {
      return true
    }
    let (bytes, kind) = (Data(file.bytes), RunFile.Kind.weights)
    if earlierPage.contains(ReportPage.claim(on: file)), !kind.isMade(bytes) || isTold(place, kind) { return true }
    return status.st_size == bytes.count && FileManager.default.contents(atPath: place) == bytes
  }

  /// Whether a file is one that nbrun made, and the earlier page tells its digest.
  private func isTold(_ place: String, _ kind: RunFile.Kind) -> Bool {
    guard OwnFile.beginning(of: place, bytes: RunFile.beginning).map(kind.isMade) ?? false,
      let bytes = try? FileBytes.read(place, atMost: Self.largestWeights)
    else { return false }
    return earlierPage.contains(SHA256.hex(of: bytes))
  }

  /// No file of weights that can be read again is larger.
  private static let largestWeights = 1 << 30
}
