import NotebookResults
import NotebookSyntax

/// The front matter as understood.
struct FrontMatter {
  var title: String?
  var language = "en"
  var seed: UInt64 = 1
  var article: RunHeader.Article?
  var parameters = ParameterTable()

  /// Reads the entries between the `---` lines.
  static func read(_ document: NotebookDocument, environment: PlanEnvironment) -> Diagnosed<FrontMatter> {
    var diagnostics: [Diagnostic] = []
    var front = FrontMatter()
    let written = document.frontMatter.first { $0.key == "params" }?.value
    front.parameters = ParameterTable(written, overrides: environment.overrides, diagnostics: &diagnostics)
    let scope = PlanScope(parameters: front.parameters, environment: environment, lines: [:])
    var options = OptionReader(
      owner: "the front matter", position: SourcePosition(line: 1), entries: document.frontMatter, scope: scope)
    _ = options.value("params")
    front.title = options.text("title")
    if let language = options.text("lang") {
      if language.split(separator: "-", omittingEmptySubsequences: false).allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIWord)
      }) {
        front.language = language
      } else {
        options.report(
          .wrongType, at: options.place(of: "lang"), "'lang' is a language tag such as en or zh-Hans, not '\(language)'"
        )
      }
    }
    if let seed = options.integer("seed", in: 0...Int.max) { front.seed = UInt64(seed) }
    if let value = options.value("article") {
      front.article = options.nested(value, owner: "article") { article in
        let title = article.required("title").flatMap { article.text(of: $0, as: "'title'") }
        return RunHeader.Article(title: title ?? "", author: article.text("author"), date: article.text("date"))
      }
    }
    options.finish()
    return Diagnosed(front, diagnostics: diagnostics + options.diagnostics)
  }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
