import ArgumentParser
import Datasets
import Foundation
import NotebookPlanning

/// What every subcommand that understands a notebook takes.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .customShort("p"),
    help: ArgumentHelp("Give a parameter of the notebook another value.", valueName: "name=value"))
  var parameters: [ParameterOverride] = []

  @Option(help: "Use another seed than the notebook's.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Look for data sets in this folder first.", valueName: "dir"), completion: .directory)
  var data: String?

  @Flag(help: "Never use the network; data sets are what is in the folders.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "How to say what is wrong in notebooks: full, unless progress is told as JSON.", valueName: "format"))
  var format: DiagnosticFormat?

  func validate() throws {
    var status = stat()
    guard let data, stat(data, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else { return }
    throw ValidationError("--data names a folder, and '\(data)' is none")
  }

  /// What understands notebooks; what it finds in data files it keeps in a folder.
  func planner(keepingIn folder: StoreFolder?) -> NotebookPlanner {
    NotebookPlanner(
      catalog: DataFolders(option: data).catalog, memory: DataMemory(store: folder.map { StoredFindings(folder: $0) }),
      overrides: parameters, seed: seed, isOffline: offline)
  }

  /// Reads and plans notebooks, and says what is wrong with them.
  func read(
    _ files: [NotebookFile], by planner: NotebookPlanner, to stream: Console.Stream = .error,
    as usual: DiagnosticFormat = .full, fetch: ((String) -> String?)? = nil
  ) -> [ReadNotebook] {
    let notebooks = planner.read(files, fetch: fetch)
    DiagnosticReporter(format: format ?? usual, stream: stream).report(notebooks)
    return notebooks
  }

  /// The notebooks, when all of them are right; otherwise says what is wrong and throws the exit code.
  func rightNotebooks(_ files: [NotebookFile], by planner: NotebookPlanner) throws -> [PlannedNotebook] {
    let planned = read(files, by: planner).compactMap(\.planned)
    guard planned.count == files.count else { throw ExitCode(CommandExit.usage) }
    return planned
  }
}

extension ParameterOverride: ExpressibleByArgument {
  /// Reads `name=value`.
  package init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    self.init(name: String(argument[..<sign]), value: String(argument[argument.index(after: sign)...]))
  }
}
