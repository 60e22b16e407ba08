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

  /// Parses and plans a notebook, with every diagnostic of both.
  func plan(_ file: NotebookFile) throws(FileProblem) -> (document: NotebookDocument, plan: Diagnosed<RunPlan>) {
    let document = try file.parse()
    let plan = plan(document.value, of: file)
    let all = (document.diagnostics + plan.diagnostics).sorted { $0.position < $1.position }
    return (document.value, Diagnosed(plan.value, diagnostics: all))
  }

  /// Plans a notebook that was parsed.
  func plan(_ document: NotebookDocument, of file: NotebookFile) -> Diagnosed<RunPlan> {
    let environment = PlanEnvironment(
      catalog: DataFolders(option: data).catalog, notebookFolder: file.folder, overrides: parameters, seed: seed)
    return RunPlan.make(document, in: environment)
  }

  /// Plans every notebook and says all that is wrong; throws the exit code for a wrong notebook when anything is.
  func plans(_ paths: [String]) throws -> [PlannedNotebook] {
    var plans: [PlannedNotebook] = []
    var isWrong = false
    for path in paths {
      let file = NotebookFile(path: path)
      do throws(FileProblem) {
        let (document, plan) = try plan(file)
        for diagnostic in plan.diagnostics { Console.write(diagnostic.text(file: path) + "\n", to: .error) }
        isWrong = isWrong || plan.hasErrors
        plans.append(PlannedNotebook(file: file, document: document, plan: plan.value))
      } catch {
        Console.write("error: \(error)\n", to: .error)
        isWrong = true
      }
    }
    if isWrong { throw ExitCode(CommandExit.usage) }
    return plans
  }
}

/// A notebook that is right, as written and as understood.
struct PlannedNotebook {
  let file: NotebookFile
  let document: NotebookDocument
  let plan: RunPlan
}

extension ParameterOverride: ExpressibleByArgument {
  /// Reads `name=value`.
  package init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    self.init(name: String(argument[..<sign]), value: String(argument[argument.index(after: sign)...]))
  }
}
