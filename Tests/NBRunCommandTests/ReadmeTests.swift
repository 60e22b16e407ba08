import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import Testing

@Suite struct ReadmeTests {
  @Test func showsANotebookOfTwelveLinesThatIsRight() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.firstRange(of: "````markdown\n"))
    let end = try #require(readme[start.upperBound...].firstRange(of: "````\n"))
    let notebook = String(readme[start.upperBound..<end.lowerBound])
    #expect(notebook.split(separator: "\n").count == 12)

    let document = NotebookParser.parse(notebook, file: "readme.md")
    let plan = RunPlan.make(
      document.value, of: DirectiveRegistry.directives,
      in: PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: "."))
    let diagnostics = document.diagnostics + plan.diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.text(file: "README.md") })")
    #expect(plan.value.cells.map(\.header.keyword) == ["load", "build", "train", "evaluate"])
  }
}
