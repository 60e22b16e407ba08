import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookRunning
import Synchronization

/// The results of one notebook's cells in a folder that all notebooks share; what cannot be stored is said once, and a run goes on without it.
final class ResultStore: CellStore {
  private struct Stored<Value: Codable>: Codable {
    let cell: CacheKey
    let value: Value
  }

  private let folder: StoreFolder
  /// What the notebook's cells were stored under last.
  private let record: StoreEntry
  /// Where the notebook lies, without links.
  private let place: String
  private let warn: @Sendable (String) -> Void
  private let state = Mutex(State())

  private struct State {
    var hasWarned = false
    /// What this run has written, the newest last.
    var written: [StoreEntry] = []
    /// What the cells were stored under last; nil before it was read.
    var cells: [String: CacheKey]?
  }

  /// What the notebook's cells were stored under last.
  private var cells: [String: CacheKey] {
    if let cells = state.withLock({ $0.cells }) { return cells }
    let cells = ((try? folder.read(record, as: [String: CacheKey].self)) ?? nil) ?? [:]
    state.withLock { $0.cells = cells }
    return cells
  }

  /// Makes a store for the notebook at a path.
  init(
    _ folder: StoreFolder, notebook path: String,
    warn: @escaping @Sendable (String) -> Void = { Console.write("warning: \($0)\n", to: .error) }
  ) {
    self.folder = folder
    self.warn = warn
    place = Self.place(of: path)
    record = Self.entry(.cells, of: place)
  }

  private static func place(of path: String) -> String {
    URL(path: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
  }

  private static func entry(_ kind: StoreEntry.Kind, of place: String) -> StoreEntry {
    StoreEntry(kind, SHA256.hex(of: Array(place.utf8)))
  }

  /// Notes that a page is the notebook's from now on.
  ///
  /// - Returns: Whose it was, when that is another one and both are still there.
  func claimPage(_ path: String) -> String? {
    let entry = Self.entry(.page, of: Self.place(of: path))
    let owner = (try? folder.read(entry, as: [String].self))??.first
    if owner != place { write([place], as: entry) }
    guard let owner, owner != place, access(path, F_OK) == 0, access(owner, F_OK) == 0 else { return nil }
    return owner
  }

  func result(of cell: CacheKey) -> CellResult? {
    read(StoreEntry(.result, cell.digest), of: cell, as: CellResult.self, key: \.digest)
  }

  /// The result of a cell as it was when it ran last, whatever its options are by now.
  func lastResult(of label: String) -> CellResult? {
    guard let cell = cells[label] else { return nil }
    return cell.steps == nil ? result(of: cell) : checkpoint(of: cell)?.trainingResult
  }

  func keep(_ result: CellResult, of cell: CacheKey) {
    write(Stored(cell: cell, value: result), as: StoreEntry(.result, cell.digest))
  }

  func checkpoint(of cell: CacheKey) -> CellCheckpoint? {
    for entry in trainings(of: cell) where entry.step ?? .max <= cell.steps ?? 0 {
      guard let checkpoint = read(entry, of: cell, as: CellCheckpoint.self, key: \.stem) else { continue }
      if checkpoint.step == entry.step { return checkpoint }
    }
    return nil
  }

  func keep(_ checkpoint: CellCheckpoint, of cell: CacheKey) {
    let kind = checkpoint.endsEarly ? StoreEntry.Kind.stopped : checkpoint.step == cell.steps ? .training : .part
    let entry = StoreEntry(kind, cell.stem, step: checkpoint.step)
    guard write(Stored(cell: cell, value: checkpoint), as: entry) else { return }
    for older in trainings(of: cell) where older.kind == .part && older != entry { folder.remove(older) }
  }

  func noteMisfit(_ cell: CacheKey, step: Int?) {
    let subject = step.map { "\(cell.stem)-\($0)" } ?? cell.digest
    warn("\(folder.path)/\(subject) holds what the cell '\(cell.label)' cannot have made; it runs again")
  }

  func noteFinished(_ cell: CacheKey, isOfPoint: Bool) {
    if let whole = whole(cell) { folder.touch(whole) }
    var cells = cells
    guard !isOfPoint, cells[cell.label] != cell else { return }
    cells[cell.label] = cell
    state.withLock { $0.cells = cells }
    write(cells, as: record)
  }

  /// Gives back the room that this run has taken, for a page that has none.
  func giveWay() {
    let written = state.withLock { state in
      defer { state.written = [] }
      return state.written
    }
    for entry in written { folder.remove(entry) }
  }

  /// What there is of a cell, without reading it.
  func state(of cell: CacheKey) -> StoredState {
    if whole(cell) != nil { return .whole }
    let furthest = cell.steps.flatMap { steps in trainings(of: cell).compactMap(\.step).first { $0 <= steps } }
    if furthest != nil, cells[cell.label] == nil { return .missing(["it was broken off"], step: furthest) }
    return .missing(reasons(for: cell), step: furthest)
  }

  /// The entry from which a cell need take no step; nil where there is none.
  private func whole(_ cell: CacheKey) -> StoreEntry? {
    guard let steps = cell.steps else {
      let entry = StoreEntry(.result, cell.digest)
      return folder.has(entry) ? entry : nil
    }
    return trainings(of: cell).first { $0.step == steps || $0.kind == .stopped && $0.step ?? .max < steps }
  }

  private func reasons(for cell: CacheKey) -> [String] {
    guard let last = cells[cell.label] else { return ["it has not run before"] }
    let changes = cell.changes(since: last)
    return changes.isEmpty ? ["its result is no longer kept"] : changes
  }

  /// The stored points of trainings that differ from a cell in length alone, the furthest first.
  ///
  /// One under way that has as many steps is none: it has not measured the end.
  private func trainings(of cell: CacheKey) -> [StoreEntry] {
    folder.items(beginningWith: cell.stem).map(\.entry)
      .filter { $0.step != nil && $0.subject == cell.stem && $0.unfinished == nil }
      .filter { $0.kind == .training || $0.step != cell.steps }
      .sorted { ($1.step ?? 0, $1.name) < ($0.step ?? 0, $0.name) }
  }

  private func read<Value: Codable>(
    _ entry: StoreEntry, of cell: CacheKey, as type: Value.Type, key: (CacheKey) -> String
  ) -> Value? {
    do throws(StoreProblem) {
      guard let stored = try folder.read(entry, as: Stored<Value>.self) else { return nil }
      guard key(stored.cell) == key(cell) else { throw .foreign }
      return stored.value
    } catch {
      warn("\(folder.path)/\(entry.name) \(error.phrase); the cell '\(cell.label)' runs again")
      return nil
    }
  }

  @discardableResult
  private func write(_ value: some Encodable, as entry: StoreEntry) -> Bool {
    do throws(FileProblem) {
      try folder.write(value, as: entry)
      state.withLock { $0.written.append(entry) }
      return true
    } catch {
      let isFirst = state.withLock { state in
        defer { state.hasWarned = true }
        return !state.hasWarned
      }
      if isFirst { warn("results cannot be kept: \(error)") }
      return false
    }
  }
}

/// What is stored of a cell.
enum StoredState: Equatable {
  case whole
  /// With the reasons, and the steps of a training that need not be taken again.
  case missing([String], step: Int?)
}
