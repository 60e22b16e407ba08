import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// The notebook that is stepped through: how it is read, understood and run.
struct StepNotebook {
  let file: NotebookFile
  let page: String
  /// Understands a notebook, with everything that is wrong with it.
  let plan: (NotebookDocument) -> Diagnosed<RunPlan>
  let runner: (RunPlan) -> Runner

  /// Parses a text as if it were the file's.
  func document(_ text: String) -> Diagnosed<NotebookDocument> {
    NotebookParser.parse(bytes: Array(text.utf8), file: file.path)
  }
}
