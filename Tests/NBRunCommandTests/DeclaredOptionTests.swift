import Datasets
import NotebookDirectives
import NotebookPlanning
import NotebookSyntax
import TestSupport
import Testing

@testable import NBRunCommand

/// Whatever option is given another value, a run that finds what was kept gives the page of one that keeps nothing.
///
/// Options, values and notebooks all come from the declarations.
struct DeclaredOptionTests {
  @Test(arguments: OptionChange.all) func anotherValueGivesThePageOfARunThatKeepsNothing(_ change: OptionChange) throws
  {
    let run = try StoredRun()
    try SampleFiles.write(to: run.folder)
    let (before, after) = try change.notebooks(in: run.folder)
    let (old, new) = (try keys(before, run), try keys(after, run))
    switch change.option.effect {
    case .result:
      #expect(old.map(\.stem) != new.map(\.stem), "it can move the result, so it is in the cache key")
    case .length:
      #expect(old.map(\.digest) != new.map(\.digest))
      #expect(old[change.cell].stem == new[change.cell].stem, "longer work goes on from shorter work")
    case .nothing:
      #expect(old.map(\.digest) == new.map(\.digest), "it moves nothing that is kept")
    case .cellBehind:
      #expect(old.map(\.digest) != new.map(\.digest), "another cell stands behind this one")
      #expect(old[change.cell].digest == new[change.cell].digest, "it moves nothing of the cell")
    }
    _ = try run.run(before)
    let kept = try run.run(after)
    #expect(try kept.page == run.run(after, storing: false).page)
  }

  @Test(arguments: OptionChange.all.filter { $0.option.standard != nil })
  func aDefaultThatIsWrittenIsTheSameAsNone(_ change: OptionChange) throws {
    let run = try StoredRun()
    try SampleFiles.write(to: run.folder)
    let standard = try #require(change.option.standard)
    let (written, none) = (
      try keys(change.notebook(with: standard, in: run.folder), run),
      try keys(change.notebook(with: nil, in: run.folder), run)
    )
    #expect(written.map(\.digest) == none.map(\.digest))
  }

  @Test func everyDirectiveKindAndGroupIsWalked() {
    let walked = Set(OptionChange.all.map(\.topic))
    for topic in LanguageReference.topics where !topic.options.isEmpty {
      #expect(walked.contains(topic.name), "no example leads to '\(topic.name)'")
    }
  }

  @Test func noTwoTopicsShareAName() {
    let topics = LanguageReference.roots.flatMap(\.withDescendants)
    let sorts = Dictionary(grouping: topics, by: \.name).mapValues { Set($0.map(\.sort)) }
    #expect(sorts.allSatisfy { $0.value.count == 1 })
  }

  private func keys(_ text: String, _ run: StoredRun) throws -> [CacheKey] {
    let plan = OptionChange.plan(text, in: run.folder)
    try #require(plan.diagnostics.isEmpty, "\(plan.diagnostics.map { $0.text(file: "small.md") })\n\(text)")
    return plan.value.cacheKeys()
  }
}

/// An option in a place where a notebook can have it.
struct OptionChange: Sendable, CustomTestStringConvertible {
  /// The front matter, or a cell of the sample notebook.
  let root: String
  /// The directive, kind or group that the option belongs to.
  let topic: String
  let option: any OptionDeclaration
  /// The options of the root for options of the topic.
  private let embed: @Sendable ([ExampleOption]) -> [ExampleOption]
  private let example: [ExampleOption]

  var testDescription: String { "\(topic).\(option.name)" }

  /// The cell that has the option, as an index; the first where it is the front matter.
  var cell: Int { Self.cells.firstIndex { $0.label == root } ?? 0 }

  /// Every declared option, each in the first place that examples lead to.
  static let all: [OptionChange] = {
    var all: [OptionChange] = []
    var seen: Set<String> = []
    for topic in LanguageReference.roots {
      walk(topic, root: topic.name, all: &all, seen: &seen) { $0 }
    }
    return all
  }()

  private static func walk(
    _ topic: OptionTopic, root: String, all: inout [OptionChange], seen: inout Set<String>,
    _ embed: @escaping @Sendable ([ExampleOption]) -> [ExampleOption]
  ) {
    guard seen.insert(topic.name).inserted else { return }
    for option in topic.options {
      let root = option.examples.cell > 0 ? "\(root)-\(option.examples.cell + 1)" : root
      all.append(OptionChange(root: root, topic: topic.name, option: option, embed: embed, example: topic.example))
      for nested in option.form.topics {
        let shown = nested.text(with: nested.example)
        let cases = option.examples.cases
        guard let place = cases.first(where: { $0.value == shown }) ?? cases.first(where: { $0.value.contains(shown) })
        else { continue }
        walk(nested, root: root, all: &all, seen: &seen) { options in
          let value = place.value.replacing(shown, with: nested.text(with: options), maxReplacements: 1)
          return embed(Self.options(topic.example, with: option.name, value, of: place))
        }
      }
    }
  }

  /// The options of an example with a value in its surroundings.
  private static func options(
    _ example: [ExampleOption], with name: String, _ value: String?, of place: OptionExamples.Case?
  ) -> [ExampleOption] {
    let beside = place?.beside ?? []
    let gone = Set((place?.without ?? []) + beside.map(\.name) + [name])
    return example.filter { !gone.contains($0.name) } + beside + (value.map { [ExampleOption(name, $0)] } ?? [])
  }

  /// The options of a cell with those that an example needs there.
  private static func placed(_ options: [ExampleOption], _ place: OptionExamples.Case?) -> [ExampleOption] {
    let needed = place?.inCell ?? []
    return options.filter { option in !needed.contains { $0.name == option.name } } + needed
  }

  /// A notebook with another value in the surroundings of the first example; nil leaves the option out.
  func notebook(with value: String?, isCut: Bool = false) -> String {
    let place = option.examples.cases.first
    return text(Self.placed(embed(Self.options(example, with: option.name, value, of: place)), place), isCut: isCut)
  }

  /// The same with all cells of the sample, or where these do not fit up to the changed one.
  func notebook(with value: String?, in folder: TemporaryFolder) -> String {
    let whole = notebook(with: value)
    return Self.plan(whole, in: folder).diagnostics.isEmpty ? whole : notebook(with: value, isCut: true)
  }

  /// A notebook with a value under another name.
  func notebook(with value: String, named name: String) -> String {
    let place = option.examples.cases.first
    let others = Self.options(example, with: option.name, nil, of: place)
    return text(Self.placed(embed(others + [ExampleOption(name, value)]), place))
  }

  /// Two right notebooks that differ in the option: with all cells of the sample, or where these do not fit both up to the changed one.
  func notebooks(in folder: TemporaryFolder) throws -> (String, String) {
    let cases = option.examples.cases
    let first = try #require(cases.first, "an option has examples")
    let both = cases.count > 1 ? [cases[0], cases[1]] : [nil, first]
    #expect(Set(both.map { $0?.value }).count == 2, "the examples of an option differ")
    let options = both.map { place in
      Self.placed(embed(Self.options(example, with: option.name, place?.value, of: place ?? first)), place ?? first)
    }
    let whole = options.map { text($0) }
    if whole.allSatisfy({ Self.plan($0, in: folder).diagnostics.isEmpty }) { return (whole[0], whole[1]) }
    return (text(options[0], isCut: true), text(options[1], isCut: true))
  }

  static func plan(_ text: String, in folder: TemporaryFolder) -> Diagnosed<RunPlan> {
    let document = NotebookParser.parse(bytes: Array(text.utf8), file: folder.path("small.md"))
    let environment = PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: folder.path)
    let plan = RunPlan.make(document.value, of: DirectiveRegistry.directives, in: environment)
    return Diagnosed(plan.value, diagnostics: document.diagnostics + plan.diagnostics)
  }

  /// A cell of the sample notebook: the examples of all directives in the order of the registry.
  private struct Cell: Sendable {
    let keyword: String
    let label: String
    let options: [ExampleOption]
  }

  private static let cells: [Cell] = DirectiveRegistry.directives.flatMap { directive in
    directive.examples.enumerated().map { index, options in
      let label = index == 0 ? directive.keyword : "\(directive.keyword)-\(index + 1)"
      return Cell(keyword: directive.keyword, label: label, options: options)
    }
  }

  private func text(_ options: [ExampleOption], isCut: Bool = false) -> String {
    func lines(_ options: [ExampleOption]) -> String { options.map { "\($0.name): \($0.value)\n" }.joined() }
    var text = root == FrontMatter.topic.name ? "---\n\(lines(options))---\n" : ""
    for cell in Self.cells {
      let chosen = cell.label == root ? options : cell.options
      let label = chosen.contains { $0.name == "label" } ? "" : "label: \(cell.label)\n"
      text += "```{\(cell.keyword)}\n\(label)\(lines(chosen))```\n"
      if isCut, cell.label == root { break }
    }
    return text
  }
}
