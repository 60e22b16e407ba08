import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// Keeps the results of one notebook's cells in a folder; what cannot be kept is said once, and a run goes on without it.
final class ResultKeeper: CellKeeper {
  private struct Kept<Value: Codable>: Codable {
    let cell: CacheKey
    let value: Value
  }

  private let folder: KeptFolder
  private let record: KeptEntry
  private let warn: (String) -> Void
  private let clock = ContinuousClock()
  /// When a training was last kept, and how long that took.
  private var lastKept: ContinuousClock.Instant
  private var cost = Duration.zero
  private var hasWarned = false
  private var cells: [String: CacheKey]

  /// Seconds of training that a broken-off run loses at most, unless writing takes long.
  private static let pause = Duration.seconds(3)
  /// Writing takes at most this part of a run.
  private static let largestShare = 100

  /// Makes a keeper for the notebook whose page has this path.
  init(
    page: String, folder: KeptFolder? = nil,
    warn: @escaping (String) -> Void = { Console.write("warning: \($0)\n", to: .error) }
  ) {
    self.folder = folder ?? KeptFolder(besidePage: page)
    self.warn = warn
    record = KeptEntry(.cells, URL(filePath: page).deletingPathExtension().lastPathComponent)
    lastKept = clock.now
    cells = ((try? self.folder.read(record, as: [String: CacheKey].self)) ?? nil) ?? [:]
  }

  func result(of cell: CacheKey) -> CellResult? {
    guard let result = read(KeptEntry(.result, cell.digest), of: cell, as: CellResult.self, key: \.digest) else {
      return nil
    }
    remember(cell)
    return result
  }

  func keep(_ result: CellResult, of cell: CacheKey) {
    write(Kept(cell: cell, value: result), as: KeptEntry(.result, cell.digest))
    remember(cell)
  }

  func checkpoint(of cell: CacheKey) -> CellCheckpoint? {
    lastKept = clock.now
    for entry in trainings(of: cell) where entry.step ?? .max <= cell.steps ?? 0 {
      guard let checkpoint = read(entry, of: cell, as: CellCheckpoint.self, key: \.stem) else { continue }
      guard checkpoint.step == entry.step else { continue }
      if checkpoint.step == cell.steps { remember(cell) }
      return checkpoint
    }
    return nil
  }

  func keep(_ checkpoint: CellCheckpoint, of cell: CacheKey) {
    let start = clock.now
    let isEnd = checkpoint.step == cell.steps
    let entry = KeptEntry(isEnd ? .training : .part, cell.stem, step: checkpoint.step)
    if write(Kept(cell: cell, value: checkpoint), as: entry) {
      for older in trainings(of: cell) where older.kind == .part && older != entry { folder.remove(older) }
    }
    if isEnd { remember(cell) }
    lastKept = clock.now
    cost = lastKept - start
  }

  var isCheckpointDue: Bool {
    clock.now - lastKept > max(Self.pause, cost * Self.largestShare)
  }

  /// What there is of a cell, without reading it.
  func state(of cell: CacheKey) -> KeptState {
    if let steps = cell.steps {
      let furthest = trainings(of: cell).compactMap(\.step).first { $0 <= steps }
      if furthest == steps { return .whole }
      if furthest != nil, cells[cell.label] == nil { return .missing(["it was broken off"], step: furthest) }
      return .missing(reasons(for: cell), step: furthest)
    }
    return folder.has(KeptEntry(.result, cell.digest)) ? .whole : .missing(reasons(for: cell), step: nil)
  }

  private func reasons(for cell: CacheKey) -> [String] {
    guard let last = cells[cell.label] else { return ["it has not run before"] }
    let changes = cell.changes(since: last)
    return changes.isEmpty ? ["its result is no longer kept"] : changes
  }

  /// The kept points of trainings that differ from a cell in length alone, the furthest first.
  private func trainings(of cell: CacheKey) -> [KeptEntry] {
    folder.items.map(\.entry).filter { ($0.kind == .training || $0.kind == .part) && $0.subject == cell.stem }
      .sorted { ($1.step ?? 0, $1.name) < ($0.step ?? 0, $0.name) }
  }

  private func read<Value: Codable>(
    _ entry: KeptEntry, of cell: CacheKey, as type: Value.Type, key: (CacheKey) -> String
  ) -> Value? {
    do throws(KeptProblem) {
      guard let kept = try folder.read(entry, as: Kept<Value>.self) else { return nil }
      guard key(kept.cell) == key(cell) else { throw .foreign }
      return kept.value
    } catch {
      warn("\(folder.path)/\(entry.name) \(error.phrase); the cell '\(cell.label)' runs again")
      return nil
    }
  }

  /// Notes under which key a cell was last kept, so that it can be told why another one is not.
  private func remember(_ cell: CacheKey) {
    guard cells[cell.label] != cell else { return }
    cells[cell.label] = cell
    write(cells, as: record)
  }

  @discardableResult
  private func write(_ value: some Encodable, as entry: KeptEntry) -> Bool {
    do throws(FileProblem) {
      try folder.write(value, as: entry)
      return true
    } catch {
      if !hasWarned { warn("results cannot be kept: \(error)") }
      hasWarned = true
      return false
    }
  }
}

/// What is kept of a cell.
enum KeptState: Equatable {
  case whole
  /// With the reasons, and the steps of a training that need not be taken again.
  case missing([String], step: Int?)
}
