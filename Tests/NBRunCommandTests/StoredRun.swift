import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax
import Synchronization
import TestSupport

@testable import NBRunCommand

/// A folder in which notebooks are run one after the other, each finding what the ones before it stored.
final class StoredRun {
  let folder: TemporaryFolder
  private let said = Said()
  var warnings: [String] { said.texts.withLock { $0 } }

  /// What a store has warned of, from whichever thread.
  private final class Said: Sendable {
    let texts = Mutex<[String]>([])
  }

  init() throws {
    folder = try TemporaryFolder()
  }

  var stored: StoreFolder { StoreFolder(path: folder.path("store")) }

  /// The names of the stored files.
  var names: [String] { stored.items.map(\.entry.name).sorted() }

  /// The bytes of the stored files by name.
  func contents() throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: "\(stored.path)/\($0)"))) })
  }

  /// Puts stored files back as they were, and no others.
  func restore(_ contents: [String: Data]) throws {
    for name in names { unlink("\(stored.path)/\(name)") }
    for (name, bytes) in contents { try folder.write(bytes, to: "store/\(name)") }
  }

  /// What a run did.
  struct Outcome {
    /// The labels of the cells that did their work, and those that went on after a step.
    var ran: [String] = []
    var report: RunReport
    var page: String { ReportPage.html(for: report) }
  }

  /// A notebook as understood.
  private func plan(_ text: String, overrides: [ParameterOverride] = [], seed: UInt64? = nil) -> RunPlan {
    let document = NotebookParser.parse(bytes: Array(text.utf8), file: folder.path("small.md")).value
    let environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), notebookFolder: folder.path, overrides: overrides, seed: seed)
    return RunPlan.make(document, of: DirectiveRegistry.directives, in: environment).value
  }

  /// What the cells of a notebook are stored under.
  func keys(_ text: String) -> [CacheKey] { plan(text).cacheKeys() }

  /// Runs a notebook as a command line may ask for, pausing in its first training.
  func run(
    _ text: String, engine: String = EngineVersion.ofResults, overrides: [ParameterOverride] = [],
    seed: UInt64? = nil, pausing pause: PauseRule = .end, storing: Bool = true
  ) throws -> Outcome {
    let plan = plan(text, overrides: overrides, seed: seed)
    let store = ResultStore(stored, notebook: folder.path("small.md")) { [said] text in
      said.texts.withLock { $0.append(text) }
    }
    var runner = Runner(
      plan: plan,
      options: Runner.Options(
        threads: 1, cache: storing ? CellCache(store, keys: plan.cacheKeys(engine: engine)) : nil))
    var outcome = Outcome(report: RunReport(header: plan.header))
    var end = Runner.CellEnd.finished
    while end == .finished {
      end = runner.runNextCell(until: pause) { event in
        outcome.report.record(event)
        switch event {
        case .cellStarted(let index): outcome.ran.append(plan.cells[index].header.label)
        case .cellReused(_, nil): outcome.ran.removeLast()
        case .cellReused(_, let step?): outcome.ran[outcome.ran.count - 1] += " after \(step)"
        case .runStarted, .progress, .cellPaused, .cellFinished, .cellFailed: break
        }
      }
    }
    runner.keepWork()
    return outcome
  }
}
