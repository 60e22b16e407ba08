import ArgumentParser
import NotebookPlanning
import NotebookResults
import NotebookSyntax

extension NBRun {
  /// `nbrun list`: the cells of a notebook.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the cells of a notebook, and whether and why each will run.")

    @Argument(
      help: ArgumentHelp("The notebook; a folder stands for those in it.", valueName: "file.md"),
      completion: .file(extensions: ["md"]))
    var file: String

    @OptionGroup var planning: PlanOptions

    @OptionGroup var store: StoreOption

    func validate() throws { try NotebookArguments.refuseStandardInput([file]) }

    func run() throws {
      for notebook in try planning.rightNotebooks(
        NotebookList.files(at: [file]), by: planning.planner(keepingIn: store.folder))
      {
        let results = store.folder.map { ResultStore($0, notebook: notebook.file.path) }
        let keys = notebook.plan.cacheKeys()
        for cell in notebook.plan.cells.map(\.header) {
          let caption = cell.caption.map { "  \($0.text)" } ?? ""
          let state = results?.state(of: keys[cell.index]).phrase ?? "will run"
          Console.write(
            "\(cell.index + 1)/\(notebook.plan.cells.count)  \(cell.keyword) '\(cell.label)'  \(notebook.file.path):\(cell.line)\(caption)\n      \(state)\n",
            to: .output)
        }
      }
    }
  }
}

extension StoredState {
  /// Whether the cell will run, and why.
  fileprivate var phrase: String {
    switch self {
    case .whole: "kept"
    case .missing(let reasons, nil): "will run: \(reasons.joined(separator: ", "))"
    case .missing(let reasons, let step?): "will go on after step \(step): \(reasons.joined(separator: ", "))"
    }
  }
}
