import Foundation
import NotebookReport
import NotebookResults

/// The page that names the pages of a folder's notebooks, beside them.
struct IndexFile {
  private let file: RunFile
  private let text: String

  private static let name = "index"

  /// Nil where pages have no folder, or one of them has that name.
  init?(_ records: [RunRecord], in pages: PageDestination) {
    guard !pages.isFile, !records.contains(where: { NotebookFile(path: $0.file).name.lowercased() == Self.name }) else {
      return nil
    }
    file = RunFile(path: pages.path(for: NotebookFile(path: "\(Self.name).md")), kind: .page)
    text = IndexPage.html(records.map(Self.entry), version: EngineVersion.current)
  }

  private static func entry(_ record: RunRecord) -> IndexPage.Entry {
    let name = NotebookFile(path: record.file).name
    guard let report = record.report, record.page != nil else {
      return IndexPage.Entry(title: name, because: record.isWrong ? "it is wrong, and did not run" : "it did not run")
    }
    let address = "\(name).html".addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
    // A colon in a name is no scheme.
    return IndexPage.Entry(report, page: "./\(address)")
  }

  /// Writes it, unless something lies there that was not made here.
  func write(_ messages: MessageReporter) {
    do throws(FileProblem) {
      try file.write(text)
    } catch {
      messages.say(.warning, "there is no page that names the others: \(error)")
    }
  }
}
