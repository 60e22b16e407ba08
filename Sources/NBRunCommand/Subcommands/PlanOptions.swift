import ArgumentParser
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// What every subcommand that understands a notebook takes.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .customShort("p"),
    help: ArgumentHelp("Give a parameter of the notebook another value.", valueName: "name=value"))
  var parameters: [ParameterOverride] = []

  @Option(help: "Use another seed than the notebook's.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Look for data sets in this folder first.", valueName: "dir"))
  var data: String?

  @Flag(help: "Never use the network; data sets are what is in the folders.")
  var offline = false

  /// Parses and plans a notebook, with every diagnostic of both.
  private func plan(_ file: NotebookFile, supply: DatasetSupply) throws(FileProblem) -> Attempt {
    let document = try file.parse()
    let plan = plan(document.value, of: file, supply: supply)
    let all = (document.diagnostics + plan.diagnostics).sorted { $0.position < $1.position }
    return Attempt(document: document.value, plan: Diagnosed(plan.value, diagnostics: all), supply: supply)
  }

  /// Plans a notebook that was parsed.
  func plan(_ document: NotebookDocument, of file: NotebookFile, supply: DatasetSupply) -> Diagnosed<RunPlan> {
    let environment = PlanEnvironment(
      catalog: DataFolders(option: data).catalog, supply: supply, notebookFolder: file.folder, overrides: parameters,
      seed: seed)
    return RunPlan.make(document, of: DirectiveRegistry.directives, in: environment)
  }

  /// Plans every notebook and says all that is wrong; throws the exit code for a wrong notebook when anything is.
  ///
  /// - Parameters:
  ///   - paths: The notebooks.
  ///   - fetch: Fetches a data set that is in no folder, and gives the reason when it cannot be had; not called when
  ///     anything is wrong.
  /// - Returns: The notebooks with their plans.
  /// - Throws: The exit code.
  func plans(_ paths: [String], fetch: ((String) -> String?)? = nil) throws -> [PlannedNotebook] {
    let files = paths.map { NotebookFile(path: $0) }
    var attempts = plan(files, supply: offline ? .folders : .network(failures: [:]))
    let absent = attempts.flatMap { (try? $0.get().plan.value.absentDatasets) ?? [] }
    if let fetch, !absent.isEmpty, !attempts.contains(where: Self.isWrong) {
      var failures: [String: String] = [:]
      for name in Set(absent).sorted() { failures[name] = fetch(name) }
      attempts = plan(files, supply: .network(failures: failures))
    }
    for (file, attempt) in zip(files, attempts) {
      switch attempt {
      case .success(let attempt):
        for diagnostic in attempt.plan.diagnostics {
          Console.write(diagnostic.text(file: file.path) + "\n", to: .error)
        }
      case .failure(let problem): Console.write("error: \(problem)\n", to: .error)
      }
    }
    if attempts.contains(where: Self.isWrong) { throw ExitCode(CommandExit.usage) }
    return try zip(files, attempts).map { file, attempt in
      let attempt = try attempt.get()
      return PlannedNotebook(
        file: file, document: attempt.document, plan: attempt.plan.value, supply: attempt.supply)
    }
  }

  /// A notebook as far as it could be understood.
  private struct Attempt {
    let document: NotebookDocument
    let plan: Diagnosed<RunPlan>
    let supply: DatasetSupply
  }

  private func plan(_ files: [NotebookFile], supply: DatasetSupply) -> [Result<Attempt, FileProblem>] {
    files.map { file in Result { () throws(FileProblem) in try plan(file, supply: supply) } }
  }

  private static func isWrong(_ attempt: Result<Attempt, FileProblem>) -> Bool {
    (try? attempt.get().plan.hasErrors) ?? true
  }
}

/// A notebook that is right, as written and as understood.
struct PlannedNotebook {
  let file: NotebookFile
  let document: NotebookDocument
  let plan: RunPlan
  /// Where its data sets come from, for planning it again.
  let supply: DatasetSupply
}

extension ParameterOverride: ExpressibleByArgument {
  /// Reads `name=value`.
  package init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    self.init(name: String(argument[..<sign]), value: String(argument[argument.index(after: sign)...]))
  }
}
