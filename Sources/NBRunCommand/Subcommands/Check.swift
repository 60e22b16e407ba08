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
      for notebook in try planning.rightNotebooks(
        NotebookList.files(at: files, readsInput: true), by: planning.planner(keepingIn: .usual))
      {
        let cells = notebook.plan.cells.count
        let absent = notebook.plan.absentDatasets
        let note = absent.isEmpty ? "" : "; a run fetches \(absent.joined(separator: " and "))"
        Console.write(
          "\(notebook.file.path): \(cells) \(cells == 1 ? "cell" : "cells"), nothing wrong\(note)\n", to: .output)
      }
    }
  }
}
