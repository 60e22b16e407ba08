import NotebookResults
import NotebookSyntax

/// The front matter as understood.
package struct FrontMatter: Sendable {
  var title: String?
  var language = "en"
  var seed: UInt64 = 1
  var authorship = RunHeader.Authorship()
  var article: RunHeader.Article?
  var charts = ChartForm.text
  var sources = SourceForm.open
  var parameters = ParameterTable()

  static let titleOption = DeclaredOption(
    "title", .text(), "What stands at the top of the page.",
    otherwise: "the first heading of the first level, or the file's name", moves: .nothing)
  static let languageOption = DeclaredOption(
    "lang", .language, default: "en", "The language of the text.", moves: .nothing)
  static let seedOption = DeclaredOption(
    "seed", .integer(0...Int.max), default: 1, "What all random numbers of the notebook come from.")
  static let parametersOption = DeclaredOption(
    "params", .written(.mapping(of: nil), examples: ["{steps: 3}", "{steps: 4}"]),
    "Parameters with their values, which `$name` stands for.", moves: .nothing)
  static let authorOption = DeclaredOption("author", .text(), "Who wrote the notebook.", moves: .nothing)
  static let dateOption = DeclaredOption(
    "date", .text(examples: ["2026", "2026-11-28"]), "When it was written, in words.", moves: .nothing)
  static let descriptionOption = DeclaredOption(
    "description", .text(), "What it is about, in a sentence or two.", moves: .nothing)
  static let articleOption = DeclaredOption(
    "article", .group(ArticleOptions.self, named: "article"), "The text that the notebook re-tells.", moves: .nothing)

  static let chartsOption = DeclaredOption(
    "charts", .word(of: ChartForm.allCases), default: .text,
    "How charts are shown: in characters, as SVG with the characters folded below, or as both.",
    moves: .nothing)
  static let sourcesOption = DeclaredOption(
    "sources", .word(of: SourceForm.allCases), default: .open,
    "How the sources of cells are shown at first: whole, or folded to a line that opens.", moves: .nothing)

  package static let options: [any OptionDeclaration] = [
    titleOption, descriptionOption, authorOption, dateOption, languageOption, seedOption, parametersOption,
    articleOption, chartsOption, sourcesOption,
  ]

  /// What help, manual and schema say about it.
  package static let topic = OptionTopic(
    name: "front-matter", sort: "front matter",
    summary: "YAML between two `---` lines at the top of a file: what holds for the whole notebook.",
    options: options, example: [ExampleOption("title", "Digits"), ExampleOption("seed", "1")])

  /// Reads the entries between the `---` lines.
  static func read(_ document: NotebookDocument, environment: PlanEnvironment) -> Diagnosed<FrontMatter> {
    var diagnostics: [Diagnostic] = []
    var front = FrontMatter()
    let written = document.frontMatter.first { $0.key == parametersOption.name }?.value
    front.parameters = ParameterTable(written, overrides: environment.overrides, diagnostics: &diagnostics)
    let scope = PlanScope(parameters: front.parameters, environment: environment, lines: [:])
    var values = OptionValues(
      decoding: document.frontMatter, by: options, owner: "the front matter", position: SourcePosition(line: 1),
      scope: scope)
    front.title = values[titleOption]
    front.language = values[languageOption]
    front.seed = UInt64(values[seedOption])
    front.authorship = RunHeader.Authorship(
      author: values[authorOption], date: values[dateOption], description: values[descriptionOption])
    front.article = values[articleOption]?.made
    front.charts = values[chartsOption]
    front.sources = values[sourcesOption]
    values.finish()
    return Diagnosed(front, diagnostics: diagnostics + values.diagnostics)
  }
}

/// The text that a notebook re-tells.
enum ArticleOptions: NestedOptions {
  static let owner = "article"
  static let summary = "Title, author and date of the text that the notebook re-tells."
  static let title = DeclaredOption(
    "title", .text(), "What it is called.", isRequired: true, moves: .nothing)
  static let author = DeclaredOption("author", .text(), "Who wrote it.", moves: .nothing)
  static let date = DeclaredOption(
    "date", .text(examples: ["2017", "2018-01-31"]), "When it appeared, in words.", moves: .nothing)
  static let options: [any OptionDeclaration] = [title, author, date]
  static let example = [ExampleOption("title", "Digits"), ExampleOption("author", "Somebody")]

  static func make(_ values: inout OptionValues) -> RunHeader.Article? {
    values[title].map { RunHeader.Article(title: $0, author: values[author], date: values[date]) }
  }
}

extension OptionType where Value == String {
  /// A language tag.
  fileprivate static var language: OptionType<String> {
    OptionType(
      form: .pattern("a language tag such as `de` or `zh-Hant`", "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"),
      examples: ["de", "fr"], phrase: { $0 }
    ) { value, what, reader in
      guard let language = reader.text(of: value, as: what) else { return nil }
      let parts = language.split(separator: "-", omittingEmptySubsequences: false)
      if parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIWord) }) { return language }
      reader.report(
        .wrongType, at: value.position, "\(what) is a language tag such as en or zh-Hans, not '\(language)'")
      return nil
    }
  }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
