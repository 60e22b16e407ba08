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
        let all = (document.diagnostics + blame.applied(to: plan.diagnostics)).sorted { $0.position < $1.position }
        let isRight = !Diagnosed(plan.value, diagnostics: all).hasErrors
        return ReadNotebook(
          file: file, problems: all.map { $0.text(file: file.path) },
          planned: isRight
            ? PlannedNotebook(file: file, document: document.value, plan: plan.value, supply: supply) : nil)
      } catch {
        return ReadNotebook(file: file, problems: ["error: \(error)"], planned: nil)
      }
    }
  }
}

/// A notebook as far as it could be understood.
struct ReadNotebook {
  let file: NotebookFile
  /// Everything there is to say about it, a line each.
  let problems: [String]
  /// Nil when it cannot be run.
  let planned: PlannedNotebook?
}

/// A notebook that is right, as written and as understood.
struct PlannedNotebook {
  let file: NotebookFile
  let document: NotebookDocument
  let plan: RunPlan
  /// Where its data sets come from, for planning it again.
  let supply: DatasetSupply
}
