import Foundation
import NotebookPlanning
import NotebookReport
import NotebookResults

/// The pages of a folder's notebooks, each with links to those beside it, and the page that names them all.
struct NotebookBook {
  /// The notebooks that have pages, in their order.
  private let notebooks: [PlannedNotebook]
  private let index: RunFile

  private static let indexName = "index"

  /// Nil where pages have no folder, or one of them has the name of the index.
  init?(_ notebooks: [ReadNotebook], in pages: PageDestination) {
    guard !pages.isFile, !notebooks.contains(where: { $0.file.name.lowercased() == Self.indexName }) else { return nil }
    self.notebooks = notebooks.compactMap(\.planned)
    index = RunFile(path: pages.path(for: NotebookFile(path: "\(Self.indexName).md")), kind: .page)
  }

  /// The pages beside that of a notebook.
  func neighbours(of notebook: PlannedNotebook) -> PageNeighbours? {
    guard let place = notebooks.firstIndex(where: { $0.file.path == notebook.file.path }) else { return nil }
    return PageNeighbours(
      index: Self.address(of: Self.indexName), previous: neighbour(at: place - 1), next: neighbour(at: place + 1))
  }

  private func neighbour(at place: Int) -> PageNeighbours.Neighbour? {
    guard notebooks.indices.contains(place) else { return nil }
    return PageNeighbours.Neighbour(
      notebooks[place].plan.header, address: Self.address(of: notebooks[place].file.name))
  }

  /// Where a page lies from a page beside it; a colon in a name is no scheme.
  private static func address(of name: String) -> String {
    "./\("\(name).html".addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "")"
  }

  /// Writes the page that names the others, unless something lies there that was not made here.
  func writeIndex(_ records: [RunRecord], _ messages: MessageReporter) {
    do throws(FileProblem) {
      try index.write(IndexPage.html(records.map(Self.entry), version: EngineVersion.current))
    } catch {
      messages.say(.warning, "there is no page that names the others: \(error)")
    }
  }

  private static func entry(_ record: RunRecord) -> IndexPage.Entry {
    let name = NotebookFile(path: record.file).name
    guard let report = record.report, record.page != nil else {
      return IndexPage.Entry(title: name, because: record.isWrong ? "it is wrong, and did not run" : "it did not run")
    }
    return IndexPage.Entry(report, page: address(of: name))
  }
}
