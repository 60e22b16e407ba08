import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

/// The notebooks that re-tell articles, on a machine without a network and without MNIST.
struct ArticleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "notebooks")

  static let names = ["lstm-classify", "lstm-mnist", "rnn-classify", "simplernn-classify"]

  @Test(arguments: names) func areRightOnGeneratedDigits(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(name).md"), encoding: .utf8)
    let document = NotebookParser.parse(text, file: "\(name).md")
    let environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), supply: .network(failures: ["mnist": "it rains"]), notebookFolder: ".")
    let plan = RunPlan.make(document.value, of: DirectiveRegistry.directives, in: environment)
    #expect(document.diagnostics.isEmpty && plan.diagnostics.isEmpty)
    #expect(plan.value.absentDatasets.isEmpty)
  }

  @Test func compareNothingWithTheArticle() throws {
    let command = try Command()
    try FileManager.default.copyItem(
      at: Self.folder.appending(path: "lstm-mnist.md"), to: URL(filePath: command.folder.path("lstm-mnist.md")))
    let result = try command.run("lstm-mnist.md", "-p", "steps=2")
    #expect(result.status == 0)
    let page = try command.folder.text(of: "output/lstm-mnist.html")
    let note = "The real data set was not found, and no mirror could be reached"
    #expect(result.error.contains(note))
    let banner = try #require(page.firstRange(of: note))
    let section = try #require(page.firstRange(of: "<h2"))
    #expect(banner.lowerBound < section.lowerBound)
    #expect(page.contains("not comparable"))
    #expect(page.contains(">– not comparable"))
    #expect(!page.contains(">✗ differs"))
  }
}
