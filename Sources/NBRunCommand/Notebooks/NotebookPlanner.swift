import Datasets
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Reads notebooks and understands them; says nothing and ends nothing.
struct NotebookPlanner {
  let catalog: DatasetCatalog
  /// What was read of data files already.
  let memory: DataMemory
  let overrides: [ParameterOverride]
  let seed: UInt64?
  /// Whether data sets are only what is in the folders.
  let isOffline: Bool

  /// Reads and plans notebooks; what is absent is fetched and they are planned again.
  ///
  /// - Parameters:
  ///   - files: The notebooks.
  ///   - fetch: Fetches a data set that is in no folder, and gives the reason when it cannot be had; called for notebooks
  ///     in which nothing is wrong.
  /// - Returns: One a file.
  func read(_ files: [NotebookFile], fetch: ((String) -> String?)? = nil) -> [ReadNotebook] {
    let notebooks = read(files, supply: isOffline ? .folders : .network(failures: [:]))
    let absent = notebooks.flatMap { $0.planned?.plan.absentDatasets ?? [] }
    guard let fetch, !absent.isEmpty else { return notebooks }
    var failures: [String: String] = [:]
    for name in Set(absent).sorted() { failures[name] = fetch(name) }
    return read(files, supply: .network(failures: failures))
  }

  /// Plans a notebook that was parsed.
  func plan(_ document: NotebookDocument, of file: NotebookFile, supply: DatasetSupply) -> Diagnosed<RunPlan> {
    plan(document, of: file, supply: supply, overrides: overrides)
  }

  private func plan(
    _ document: NotebookDocument, of file: NotebookFile, supply: DatasetSupply, overrides: [ParameterOverride]
  ) -> Diagnosed<RunPlan> {
    let environment = PlanEnvironment(
      catalog: catalog, memory: memory, supply: supply, notebookFolder: file.folder, overrides: overrides, seed: seed)
    return RunPlan.make(document, of: DirectiveRegistry.directives, in: environment)
  }

  private func read(_ files: [NotebookFile], supply: DatasetSupply) -> [ReadNotebook] {
    files.map { file in
      do throws(FileProblem) {
        let document = try file.parse()
        let plan = plan(document.value, of: file, supply: supply)
        let blame = OverrideBlame(overrides: overrides) { overrides in
          self.plan(document.value, of: file, supply: supply, overrides: overrides).diagnostics
        }
        let found = document.value.located(document.diagnostics + blame.applied(to: plan.diagnostics))
        return ReadNotebook(
          file: file, source: document.value.source, diagnostics: found,
          planned: Diagnosed(plan.value, diagnostics: found).hasErrors
            ? nil : PlannedNotebook(file: file, document: document.value, plan: plan.value, supply: supply))
      } catch {
        return ReadNotebook(file: file, failure: error)
      }
    }
  }
}

/// A notebook as far as it could be understood.
struct ReadNotebook {
  let file: NotebookFile
  /// Why it could not be read.
  let failure: FileProblem?
  /// Its text.
  let source: String
  /// Everything that is wrong with it, in the order of the file.
  let diagnostics: [Diagnostic]
  /// Nil when it cannot be run.
  let planned: PlannedNotebook?

  init(
    file: NotebookFile, failure: FileProblem? = nil, source: String = "", diagnostics: [Diagnostic] = [],
    planned: PlannedNotebook? = nil
  ) {
    self.file = file
    self.failure = failure
    self.source = source
    self.diagnostics = diagnostics
    self.planned = planned
  }

  /// Everything there is to say about it, a line each.
  var problems: [String] {
    (failure.map { ["error: \($0)"] } ?? []) + diagnostics.map { $0.text(file: file.path) }
  }

  var errors: Int { diagnostics.count { $0.severity == .error } + (failure == nil ? 0 : 1) }
  var warnings: Int { diagnostics.count { $0.severity == .warning } }
}

/// A notebook that is right, as written and as understood.
struct PlannedNotebook {
  let file: NotebookFile
  let document: NotebookDocument
  let plan: RunPlan
  /// Where its data sets come from, for planning it again.
  let supply: DatasetSupply
}
