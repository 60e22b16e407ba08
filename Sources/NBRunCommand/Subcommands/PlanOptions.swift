import ArgumentParser
import NotebookRuntime
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
  func plan(_ file: NotebookFile, supply: DatasetSupply) throws(FileProblem) -> Diagnosed<RunPlan> {
    let document = try file.parse()
    let environment = PlanEnvironment(
      catalog: DataFolders(option: data).catalog, supply: supply, notebookFolder: file.folder, overrides: parameters,
      seed: seed)
    let plan = RunPlan.make(document.value, in: environment)
    let all = (document.diagnostics + plan.diagnostics).sorted { $0.position < $1.position }
    return Diagnosed(plan.value, diagnostics: all)
  }

  /// Plans every notebook and says all that is wrong; throws the exit code for a wrong notebook when anything is.
  ///
  /// - Parameters:
  ///   - paths: The notebooks.
  ///   - fetch: Fetches a data set that is in no folder, and gives the reason when it cannot be had; not called when
  ///     anything is wrong.
  /// - Returns: The notebooks with their plans.
  /// - Throws: The exit code.
  func plans(
    _ paths: [String], fetch: ((String) -> String?)? = nil
  ) throws -> [(file: NotebookFile, plan: RunPlan)] {
    let files = paths.map { NotebookFile(path: $0) }
    var plans = files.map { attempt($0, supply: offline ? .folders : .network(failures: [:])) }
    let absent = plans.flatMap { (try? $0.get().value.absentDatasets) ?? [] }
    if let fetch, !absent.isEmpty, !plans.contains(where: Self.isWrong) {
      var failures: [String: String] = [:]
      for name in Set(absent).sorted() { failures[name] = fetch(name) }
      plans = files.map { attempt($0, supply: .network(failures: failures)) }
    }
    for (file, plan) in zip(files, plans) {
      switch plan {
      case .success(let plan):
        for diagnostic in plan.diagnostics { Console.write(diagnostic.text(file: file.path) + "\n", to: .error) }
      case .failure(let problem): Console.write("error: \(problem)\n", to: .error)
      }
    }
    if plans.contains(where: Self.isWrong) { throw ExitCode(CommandExit.usage) }
    return try zip(files, plans).map { ($0, try $1.get().value) }
  }

  private typealias Attempt = Result<Diagnosed<RunPlan>, FileProblem>

  private func attempt(_ file: NotebookFile, supply: DatasetSupply) -> Attempt {
    Attempt { () throws(FileProblem) in try plan(file, supply: supply) }
  }

  private static func isWrong(_ attempt: Attempt) -> Bool { (try? attempt.get().hasErrors) ?? true }
}

extension ParameterOverride: ExpressibleByArgument {
  /// Reads `name=value`.
  package init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    self.init(name: String(argument[..<sign]), value: String(argument[argument.index(after: sign)...]))
  }
}
