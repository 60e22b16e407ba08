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

  /// Plans a text that is to be in a file, which is not read, and fetches nothing.
  func read(_ text: String, as file: NotebookFile) -> ReadNotebook {
    do throws(FileProblem) {
      return read(try file.parse(text), of: file, supply: isOffline ? .folders : .network(failures: [:]))
    } catch {
      return ReadNotebook(file: file, failure: error, source: text)
    }
  }

  /// Plans a notebook that was parsed.
  func plan(_ document: NotebookDocument, of file: NotebookFile, supply: DatasetSupply) -> Diagnosed<RunPlan> {
    let cells = plan(document, of: file, supply: supply, overrides: overrides)
    return Diagnosed(cells.value.plan, diagnostics: cells.diagnostics)
  }

  private func plan(
    _ document: NotebookDocument, of file: NotebookFile, supply: DatasetSupply, overrides: [ParameterOverride]
  ) -> Diagnosed<CellsPlan> {
    let environment = PlanEnvironment(
      catalog: catalog, memory: memory, supply: supply, notebookFolder: file.folder, overrides: overrides, seed: seed)
    return CellsPlan.make(document, of: DirectiveRegistry.directives, in: environment)
  }

  private func read(_ files: [NotebookFile], supply: DatasetSupply) -> [ReadNotebook] {
    files.map { file in
      do throws(FileProblem) {
        return read(try file.parse(), of: file, supply: supply)
      } catch {
        return ReadNotebook(file: file, failure: error)
      }
    }
  }

  private func read(
    _ document: Diagnosed<NotebookDocument>, of file: NotebookFile, supply: DatasetSupply
  ) -> ReadNotebook {
    let cells = plan(document.value, of: file, supply: supply, overrides: overrides)
    let blame = OverrideBlame(overrides: overrides) { overrides in
      plan(document.value, of: file, supply: supply, overrides: overrides).diagnostics
    }
    let found = document.value.located(document.diagnostics + blame.applied(to: cells.diagnostics))
    return ReadNotebook(
      file: file, source: document.value.source, diagnostics: found,
      understood: UnderstoodText(document: document.value, scope: cells.value.scope),
      planned: Diagnosed(cells.value, diagnostics: found).hasErrors
        ? nil : PlannedNotebook(file: file, document: document.value, plan: cells.value.plan, supply: supply))
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
  /// What of it could be understood; nil when it could not be read.
  let understood: UnderstoodText?
  /// Nil when it cannot be run.
  let planned: PlannedNotebook?

  init(
    file: NotebookFile, failure: FileProblem? = nil, source: String = "", diagnostics: [Diagnostic] = [],
    understood: UnderstoodText? = nil, planned: PlannedNotebook? = nil
  ) {
    self.file = file
    self.failure = failure
    self.source = source
    self.diagnostics = diagnostics
    self.understood = understood
    self.planned = planned
  }

  /// Everything there is to say about it, a line each.
  var problems: [String] {
    (failure.map { ["error: \($0)"] } ?? []) + diagnostics.map { $0.text(file: file.path) }
  }

  var errors: Int { diagnostics.count { $0.severity == .error } + (failure == nil ? 0 : 1) }
  var warnings: Int { diagnostics.count { $0.severity == .warning } }
}

/// A text with what its cells leave behind, as far as that can be told of it, right or wrong.
struct UnderstoodText {
  let document: NotebookDocument
  let scope: PlanScope
}

/// A notebook that is right, as written and as understood.
struct PlannedNotebook {
  let file: NotebookFile
  let document: NotebookDocument
  let plan: RunPlan
  /// Where its data sets come from, for planning it again.
  let supply: DatasetSupply
}
