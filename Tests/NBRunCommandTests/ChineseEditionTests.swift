import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import Testing

/// The Chinese editions of the notebooks that re-tell articles: other words, the same cells and numbers.
struct ChineseEditionTests {
  private static let english = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../notebooks").standardizedFileURL
  private static let chinese = english.appending(path: "zh")

  @Test func thereIsOneOfEachNotebookThatReTellsAnArticle() throws {
    let articles = try Self.names(in: Self.english).filter { name in
      try Self.document(name, in: Self.english).frontMatter.contains { $0.key == "article" }
    }
    #expect(articles == ArticleTests.names)
    #expect(try Self.names(in: Self.chinese) == ArticleTests.names)
  }

  @Test(arguments: ArticleTests.names) func itsCellsDifferInWordsAlone(_ name: String) throws {
    let english = try Self.document(name, in: Self.english)
    let chinese = try Self.document(name, in: Self.chinese)
    #expect(chinese.settings == english.settings)
    #expect(chinese.cells == english.cells)
  }

  @Test(arguments: ArticleTests.names) func itsResultsAreThoseThatTheEnglishOneHasStored(_ name: String) throws {
    let english = try Self.plan(name, in: Self.english)
    let chinese = try Self.plan(name, in: Self.chinese)
    #expect(chinese.header.language == "zh")
    #expect(chinese.header.article == english.header.article)
    #expect(chinese.header.cells.map(\.label) == english.header.cells.map(\.label))
    #expect(Self.digests(of: chinese) == Self.digests(of: english))
  }

  @Test(arguments: ArticleTests.names) func itsProseHasTheSameReferencesAndNumbers(_ name: String) throws {
    let english = try Self.document(name, in: Self.english).prose
    let chinese = try Self.document(name, in: Self.chinese).prose
    #expect(chinese.map(\.headingLevel) == english.map(\.headingLevel))
    for (translated, original) in zip(chinese, english) {
      #expect(translated.references == original.references, "line \(translated.lines.lowerBound)")
      #expect(translated.numbers == original.numbers, "line \(translated.lines.lowerBound)")
    }
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
      .map { String($0.dropLast(3)) }.sorted()
  }

  private static func document(_ name: String, in folder: URL) throws -> NotebookDocument {
    let text = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
    return NotebookParser.parse(text, file: "\(name).md").value
  }

  private static func plan(_ name: String, in folder: URL) throws -> RunPlan {
    let environment = PlanEnvironment(
      catalog: DatasetCatalog(folders: []), supply: .network(failures: ["mnist": "it rains"]), notebookFolder: ".")
    return RunPlan.make(try document(name, in: folder), of: DirectiveRegistry.directives, in: environment).value
  }

  /// What names the results of cells that show no words of the author.
  private static func digests(of plan: RunPlan) -> [String] {
    plan.cacheKeys().filter { !["chart", "compare"].contains($0.keyword) }.map { "\($0.label) \($0.digest)" }
  }
}

extension NotebookDocument {
  /// The front matter without the words and the language of the page.
  fileprivate var settings: String { frontMatter.filter { !["title", "lang"].contains($0.key) }.settings }

  /// The cells without the words in them.
  fileprivate var cells: [String] {
    blocks.compactMap { block in
      guard case .directive(let directive) = block else { return nil }
      return "\(directive.keyword): \(directive.options.settings)"
    }
  }

  fileprivate var prose: [ProseBlock] {
    blocks.compactMap { block in
      guard case .prose(let prose) = block else { return nil }
      return prose
    }
  }
}

extension [YAMLEntry] {
  /// Keys and values, with `…` for what is written for readers.
  fileprivate var settings: String {
    let words = ["title", "caption", "subject", "name", "not_comparable"]
    return map { "\($0.key): \(words.contains($0.key) ? "…" : $0.value.settings)" }.joined(separator: ", ")
  }
}

extension YAMLValue {
  fileprivate var settings: String {
    switch kind {
    case .scalar(let text, let isQuoted): isQuoted ? "'\(text)'" : text
    case .sequence(let values): "[\(values.map(\.settings).joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.settings)}"
    }
  }
}

extension ProseBlock {
  fileprivate var headingLevel: Int? {
    guard case .heading(let level, _) = kind else { return nil }
    return level
  }

  /// The measured numbers, in an order that no language decides.
  fileprivate var references: [String] {
    pieces.compactMap { piece in
      guard case .reference(let reference) = piece else { return nil }
      return reference.text
    }.sorted()
  }

  /// The written numbers, in an order that no language decides.
  fileprivate var numbers: [String] {
    pieces.flatMap { piece in
      guard case .html(let html) = piece else { return [String]() }
      return html.matches(of: /[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?/).map { String($0.output) }
    }.sorted()
  }
}
