import ArgumentParser
import NotebookPlanning
import NotebookResults

extension NBRun {
  /// `nbrun check`: everything that is wrong, and nothing run.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say everything that is wrong in notebooks, without running anything.")

    @Argument(
      help: ArgumentHelp(
        "The notebooks to check; a folder stands for those in it, - for standard input.", valueName: "file.md"),
      completion: .file(extensions: ["md"]))
    var files: [String]

    @OptionGroup var planning: PlanOptions

    func run() throws {
      let isJSON = planning.format == .json
      let notebooks = planning.read(
        NotebookList.files(at: files, readsInput: true), by: planning.planner(keepingIn: .usual),
        to: isJSON ? .output : .error)
      for notebook in notebooks { isJSON ? writeSummary(of: notebook) : write(notebook) }
      if notebooks.contains(where: { $0.planned == nil }) { throw ExitCode(CommandExit.usage) }
    }

    /// One line on a notebook that can be run.
    private func write(_ notebook: ReadNotebook) {
      guard let plan = notebook.planned?.plan else { return }
      let (cells, absent) = (plan.cells.count, plan.absentDatasets)
      let found =
        notebook.warnings == 0
        ? "nothing wrong" : DiagnosticReporter.phrase(errors: 0, warnings: notebook.warnings)
      let note = absent.isEmpty ? "" : "; a run fetches \(absent.joined(separator: " and "))"
      Console.write(
        "\(notebook.file.path): \(cells) \(cells == 1 ? "cell" : "cells"), \(found)\(note)\n", to: .output)
    }

    private func writeSummary(of notebook: ReadNotebook) {
      let line = DiagnosticJSON.summary(
        file: notebook.file.path, cells: notebook.planned?.plan.cells.count, errors: notebook.errors,
        warnings: notebook.warnings)
      Console.write("\(line)\n", to: .output)
    }
  }
}
