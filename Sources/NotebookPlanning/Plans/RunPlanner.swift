private import Datasets
import NotebookResults
import NotebookSyntax

/// Goes through a document from top to bottom and understands its cells one after the other.
struct RunPlanner {
  private let document: NotebookDocument
  private let directives: [any Directive.Type]
  private let environment: PlanEnvironment
  private let front: FrontMatter
  var scope: PlanScope
  private var cells: [PlannedCell] = []
  /// The cells above, to be understood under other parameters; nil where they are understood so already.
  private var above: CellsAbove?
  private var sections: [RunHeader.Section] = []
  /// All text in the order of the file, captions among it.
  private var prose: [ProseBlock] = []
  var diagnostics: [Diagnostic]

  init(_ document: NotebookDocument, directives: [any Directive.Type], environment: PlanEnvironment) {
    let front = FrontMatter.read(document, environment: environment)
    self.document = document
    self.directives = directives
    self.environment = environment
    self.front = front.value
    diagnostics = front.diagnostics
    scope = PlanScope(
      parameters: front.value.parameters, environment: environment, lines: Self.labelLines(of: document))
  }

  mutating func plan() -> RunPlan {
    var index = 0
    for block in document.blocks {
      switch block {
      case .prose(let block):
        sections.append(.prose(block))
        prose.append(block)
      case .directive(let directive):
        if index < NotebookLimits.cells {
          above = CellsAbove(document, count: index, seed: seed, directives: directives, environment: environment)
          plan(directive, index: index)
        }
        index += 1
        if index == NotebookLimits.cells + 1 { reportTooManyCells(at: directive.keywordPosition, of: cellCount) }
      }
    }
    let header = header()
    var check = ProseCheck(scope: scope, keywords: keywords)
    check.check(prose, title: header.title)
    diagnostics += check.diagnostics
    return RunPlan(header: header, cells: cells)
  }

  /// The first cells alone, whatever the text between them says; a sweep among them is none of them.
  mutating func plan(first count: Int) -> CellsPlan {
    let blocks = document.blocks.lazy.compactMap { if case .directive(let block) = $0 { block } else { nil } }
    for (index, block) in blocks.prefix(count).enumerated() { plan(block, index: index) }
    let header = RunHeader(
      title: "", language: front.language, article: nil, notebookName: "", notebookDigest: "", seed: seed,
      parameters: front.parameters.settings, sections: [], version: EngineVersion.current)
    return CellsPlan(plan: RunPlan(header: header, cells: cells), scope: scope)
  }

  private mutating func plan(_ block: DirectiveBlock, index: Int) {
    var reading = read(block, index: index)
    reading.symbol.line = block.lines.lowerBound
    reading.symbol.makes = reading.makes
    declare(reading.label, reading.symbol)
    let expectations = reading.expectations.compactMap { expectation($0, of: reading.label) }
    guard let action = reading.action else { return }
    let header = RunHeader.CellHeader(
      index: cells.count, keyword: block.keyword, label: reading.label, caption: reading.caption, source: block.text,
      line: block.lines.lowerBound)
    sections.append(.cell(header))
    if let caption = reading.caption { prose.append(caption.prose) }
    cells.append(
      PlannedCell(
        header: header, action: action, dependencies: reading.dependencies, expectations: expectations))
    if let repetition = reading.repetition { plan(repetition, of: block, labelled: reading.label, index: index) }
  }

  /// Plans the sweep that a cell asks for; a point of a sweep asks for none.
  private mutating func plan(_ repetition: Repetition, of block: DirectiveBlock, labelled label: String, index: Int) {
    guard let above, let sweep = directives.first(where: { $0 is any SweepingDirective.Type }) else { return }
    self.above = above.and(1)
    plan(repetition.sweep(of: label, keyword: sweep.keyword, lines: block.lines), index: index)
  }

  private var seed: UInt64 { environment.seed ?? front.seed }

  private var cellCount: Int { document.blocks.count { if case .directive = $0 { true } else { false } } }

  /// What the options of a cell say, before its label is known to others.
  private struct CellReading {
    var label: String
    /// What the cell was meant to make, where that can be told.
    var makes: Symbol.Family?
    var symbol = Symbol(.broken)
    var action: (any CellAction)?
    var repetition: Repetition?
    var dependencies = CellDependencies()
    var caption: Caption?
    var expectations: [YAMLValue] = []
  }

  private mutating func read(_ block: DirectiveBlock, index: Int) -> CellReading {
    let directive = directive(block.keyword)
    var values = OptionValues(
      decoding: block.options, by: (directive?.options ?? []) + CellOptions.all, owner: "{\(block.keyword)}",
      help: block.keyword, position: block.keywordPosition, scope: scope)
    var reading = CellReading(label: label(of: block, index: index, values: &values))
    reading.expectations = values[CellOptions.expect].map(\.items) ?? []
    guard let directive else {
      if !block.keywordIsMalformed {
        values.report(
          .unknownDirective, at: block.keywordPosition, "there is no directive {\(block.keyword)}",
          suggestion: suggestion(for: block.keyword))
      }
      diagnostics += values.diagnostics
      reading.makes = Spelling.nearest(to: block.keyword, among: keywords).flatMap { self.directive($0)?.makes }
      return reading
    }
    reading.makes = directive.makes
    if let caption = values[CellOptions.caption] {
      let place = block.options.first { $0.key == CellOptions.caption.name }?.value.position
      let read = Caption.read(
        caption, at: place ?? block.keywordPosition, isEnglish: Typography.isEnglish(front.language))
      reading.caption = read.value
      diagnostics += read.diagnostics
    }
    diagnostics += block.problems
    directive.check(&values)
    let planned = block.isBroken ? nil : plan(directive, &values)
    values.finish(isComplete: !block.isBroken)
    diagnostics += values.diagnostics
    scope.takenOver += values.takenOver?.count ?? 0
    reading.action = planned?.action
    reading.repetition = planned?.repetition
    reading.dependencies = values.dependencies
    if let planned, !values.hasErrors {
      reading.symbol = planned.symbol
      reading.symbol.changes = reading.dependencies.changes
      checkSums(with: planned.symbol, changing: values.dependencies.changes, at: block.keywordPosition)
    } else if !block.isBroken {
      reading.symbol = Symbol(.broken, fields: directive.fields(values), series: directive.series(values))
    }
    return reading
  }

  private func plan(_ directive: any Directive.Type, _ values: inout OptionValues) -> PlannedAction? {
    guard let sweeping = directive as? any SweepingDirective.Type, let above else { return directive.plan(&values) }
    return sweeping.plan(&values, above)
  }

  /// What to write in place of a keyword that is none; other languages are shown, not run.
  private func suggestion(for keyword: String) -> Suggestion? {
    let languages: Set = [
      "python", "r", "julia", "bash", "sh", "shell", "javascript", "js", "c", "cpp", "rust", "sql", "swift", "ojs",
    ]
    if languages.contains(keyword.lowercased()) {
      return Suggestion(
        "code is shown, not run: write '\(keyword)' without braces", writing: keyword, for: "{\(keyword)}")
    }
    return Spelling.suggestion(for: keyword, among: keywords)
  }

  /// Reads an expectation where the cell's own measurements are known.
  private mutating func expectation(_ value: YAMLValue, of label: String) -> Expectation? {
    if value.isUnreadable { return nil }
    var options = OptionReader(owner: "expect", position: value.position, scope: scope)
    let expectation = Expectation.read(value, of: label, from: &options)
    diagnostics += options.diagnostics
    return expectation
  }

  private var keywords: [String] { directives.map { $0.keyword } }

  private func directive(_ keyword: String) -> (any Directive.Type)? {
    directives.first { $0.keyword == keyword }
  }

  private func header() -> RunHeader {
    let name = document.file.split(separator: "/").last.map(String.init) ?? document.file
    return RunHeader(
      title: front.title ?? firstHeading ?? name, language: front.language, authorship: front.authorship,
      article: front.article, charts: front.charts, sources: front.sources, notebookName: name,
      notebookDigest: SHA256.hex(of: Array(document.source.utf8)), seed: seed,
      parameters: front.parameters.settings, sections: sections, version: EngineVersion.current)
  }

  /// The first heading of level 1, unless it names a number that is not measured yet.
  private var firstHeading: String? {
    for case .prose(let block) in document.blocks {
      guard case .heading(1, let text) = block.kind else { continue }
      return block.pieces.contains(where: \.isReference) ? nil : text
    }
    return nil
  }
}

extension YAMLValue {
  /// The items of a list; a single value counts as a list of one.
  fileprivate var items: [YAMLValue] {
    if case .sequence(let items) = kind { items } else { [self] }
  }
}
