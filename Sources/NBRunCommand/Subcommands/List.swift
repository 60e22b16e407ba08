import ArgumentParser
import NotebookRuntime

extension NBRun {
  /// `nbrun list`: the cells of a notebook.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the cells of a notebook.")

    @Argument(help: ArgumentHelp("The notebook.", valueName: "file.md"))
    var file: String

    @OptionGroup var planning: PlanOptions

    func run() throws {
      for notebook in try planning.plans([file]) {
        let (file, plan) = (notebook.file, notebook.plan)
        for cell in plan.cells.map(\.header) {
          let caption = cell.caption.map { "  \($0)" } ?? ""
          Console.write(
            "\(cell.index + 1)/\(plan.cells.count)  \(cell.keyword) \(cell.label)  \(file.path):\(cell.line)\(caption)\n",
            to: .output)
        }
      }
    }
  }
}
